import net from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listen, type HttpServers } from './listen'

let listening: HttpServers | undefined
afterEach(async () => {
  await listening?.close()
  listening = undefined
})

const start = async () => (listening = await listen({ port: 0, host: '127.0.0.1' }))

/** Sends bytes as they are and answers everything that comes back until the other side ends. */
function speak(port: number, text: string): Promise<string> {
  return new Promise((done, failed) => {
    let heard = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part))
    socket.once('error', failed).once('close', () => done(heard))
  })
}

test('a request before the app is ready waits for its answer', async () => {
  const { port, answerWith } = await start()
  const early = fetch(`http://127.0.0.1:${port}/`)
  answerWith((_, response) => void response.end('here'))
  expect(await (await early).text()).toBe('here')
})

test('a used port ends in one sentence that says what to do', async () => {
  const { port } = await start()
  await expect(listen({ port, host: '127.0.0.1' })).rejects.toThrow(
    `Port ${port} is in use by another program: stop that one, or choose another with PORT=${port + 1} npm start.`,
  )
})

test('an address of another machine ends in one sentence', async () => {
  await expect(listen({ port: 0, host: '192.0.2.1' })).rejects.toThrow(
    'HOST is 192.0.2.1, which is no address of this machine.',
  )
})

test.each(['TRACE', 'PROPFIND', 'LOCK'])('%s is refused as a method', async (method) => {
  const { port, answerWith } = await start()
  answerWith((_, response) => void response.end('here'))
  const heard = await speak(port, `${method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  expect(heard).toMatch(/^HTTP\/1\.1 405 /)
  expect(heard).toContain('GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS')
  expect(heard).not.toContain('here')
})

test('there are deadlines for the headers and for a whole request', async () => {
  const { server } = await start()
  expect(server.headersTimeout).toBe(10_000)
  expect(server.requestTimeout).toBe(20_000)
})

test('a request whose answer fails ends alone, and the next one is answered', async () => {
  const { port, answerWith } = await start()
  answerWith(async (request, response) => {
    if (request.url === '/fails') throw new Error('on purpose')
    response.end('here')
  })
  await expect(fetch(`http://127.0.0.1:${port}/fails`)).rejects.toThrow()
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
})
