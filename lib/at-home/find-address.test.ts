// On the loopback interface, where another process has the name already.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { findAddress } from './find-address'
import { readKept } from './home-address'

const host = '127.0.0.1'
const wanted = `fivefold-find-${process.pid}`
const names = () => [wanted, `${wanted}-2`, `${wanted}-3`].values() as Iterator<string, string>

/** Another home, in a process of its own, that has a name. */
async function startOther(name: string) {
  const file = path.join(import.meta.dirname, 'announce.ts')
  const code = `const { announce } = await import('${file}'); await announce({ name: '${name}', port: 3443, host: '${host}' }); console.log('up')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const end = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(end)
  await once(child.stdout, 'data')
  return end
}

test('a new home takes the first free name, and keeps it when another is free again', async () => {
  const folder = temporaryFolder()
  const lines: string[] = []
  const find = async (given?: string) => {
    const { address, announced } = await findAddress({
      folder,
      host,
      given,
      say: (line) => lines.push(line),
      names: names(),
    })
    await announced?.stop()
    return address.origin
  }
  const endOther = await startOther(wanted)
  expect(await find()).toBe(`https://${wanted}-2.local:3443`)
  expect(readKept(folder, 'name')).toBe(`${wanted}-2`)
  await endOther()
  expect(await find()).toBe(`https://${wanted}-2.local:3443`)
  expect(lines).toEqual([])

  await startOther(`${wanted}-2`)
  expect(await find()).toBe(`https://${wanted}-2.local:3443`) // what devices know does not change by itself
  expect(lines).toEqual([
    expect.stringMatching(`^another computer in this network also answers to ${wanted}-2\\.local, so devices may not`),
  ])
  expect(await find('https://192.168.1.20:3443')).toBe('https://192.168.1.20:3443')
  expect(readKept(folder, 'name')).toBe(`${wanted}-2`)
})
