// A reverse proxy as a load balancer without sticky sessions is: it gives each request to the next process, whoever sent it.
import { once } from 'node:events'
import http from 'node:http'

export type RoundRobin = Readonly<{
  port: number
  /** Begins to pass requests on, to these ports of 127.0.0.1 in turn. */
  passTo: (ports: readonly number[]) => void
  /** How many requests each port has answered, in the order of `passTo`. */
  answered: () => readonly number[]
  close: () => Promise<void>
}>

/** What belongs to one connection, and not to what is passed on (RFC 9110 section 7.6.1). */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade']

const withoutConnection = (headers: http.IncomingHttpHeaders): http.OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.includes(name)))

/** Takes a free port of 127.0.0.1. It writes the caller's address into X-Forwarded-For, so an app behind it trusts one proxy. */
export async function startRoundRobin(): Promise<RoundRobin> {
  let targets: { port: number; answered: number }[] = []
  let next = 0
  const agent = new http.Agent({ keepAlive: true })
  const server = http.createServer((request, response) => {
    const target = targets[next++ % targets.length]
    if (!target) return response.destroy()
    const forwarded = [request.headers['x-forwarded-for'], request.socket.remoteAddress].filter(Boolean).join(', ')
    const passed = http.request({
      agent,
      host: '127.0.0.1',
      port: target.port,
      method: request.method,
      path: request.url,
      headers: { ...withoutConnection(request.headers), 'x-forwarded-for': forwarded },
    })
    passed.on('response', (answer) => {
      target.answered += 1
      response.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers))
      answer.pipe(response)
    })
    // a caller that is gone, or a process that is: the other side has to notice
    passed.on('error', () => response.destroy())
    response.on('close', () => passed.destroy())
    request.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The proxy has no port.')
  return {
    port: address.port,
    passTo: (ports) => {
      targets = ports.map((port) => ({ port, answered: 0 }))
    },
    answered: () => targets.map(({ answered }) => answered),
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
