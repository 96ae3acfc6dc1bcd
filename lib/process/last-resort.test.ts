import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'

const file = (name: string) => JSON.stringify(path.join(import.meta.dirname, name))

const fails = {
  'an exception': `setTimeout(() => { throw new RangeError('what Noor wrote') })`,
  'a rejection': `void Promise.reject(new RangeError('what Noor wrote'))`,
}

test.each(Object.entries(fails))(
  'an uncaught %s is logged in one line without its message, and everything stops in order',
  async (_, failure) => {
    const script = `
    const { beforeStop } = await import(${file('stopping.ts')})
    const { stopOnFailure } = await import(${file('last-resort.ts')})
    beforeStop('database', () => console.log('database'))
    beforeStop('web', () => new Promise((ended) => setTimeout(ended, 20)).then(() => console.log('web')))
    stopOnFailure()
    process.on('uncaughtException', (error) => console.error('somebody else', error)) // as Next does
    setInterval(() => {}, 1000)
    ${failure}`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    const [code]: unknown[] = await once(child, 'close')
    expect([code, out]).toEqual([1, 'web\ndatabase\n'])
    expect(JSON.parse(err)).toMatchObject({ level: 'error', where: 'the process', name: 'RangeError' })
    expect(err).not.toMatch(/Noor|somebody else/)
  },
)
