// A server in front of the app, at an address of its own: it can be stopped and started again, or answer with a failure.
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Front = Readonly<{
  port: number
  /** Passes requests on to the app at this port. */
  leadTo: (port: number) => void
  /** From now on nothing listens at its address. */
  stop: () => Promise<void>
  start: () => Promise<void>
  /** Answers every request for a page with a 500, until it is called with false. */
  fail: (fails: boolean) => void
  /** The paths that were asked for since the last call. */
  takeAsked: () => string[]
}>

export const FAILED = 'Broken on purpose'

export async function startFront(): Promise<Front> {
  let target = 0
  let fails = false
  let asked: string[] = []
  const server = http.createServer((request, response) => {
    const url = request.url ?? '/'
    asked.push(url)
    if (fails && request.headers['sec-fetch-dest'] === 'document') {
      response.writeHead(500, { 'content-type': 'text/html' }).end(`<h1>${FAILED}</h1>`)
      return
    }
    const { method, headers } = request
    const passed = http.request({ port: target, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  const listen = (port: number) => new Promise<void>((up) => server.listen(port, 'localhost', up))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    leadTo: (port) => (target = port),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
    start: () => listen(port),
    fail: (whether) => (fails = whether),
    takeAsked: () => {
      const paths = asked
      asked = []
      return paths
    },
  }
}
