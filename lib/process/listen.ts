// The one http server. Its port is taken first of all, so that a used one says so at once; whoever calls before there is an answer
// waits for it.
import http from 'node:http'
import { sqlStateOf } from '../db/connection.ts'
import { failureLine } from '../failure-line.ts'
import { PlainFailure } from '../plain-failure.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const deadlines = {
  /** For the first line and the headers of a request. */
  headersTimeout: 10_000,
  /** For a request as a whole, its body too. */
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  /** How often the two above are looked after. */
  connectionsCheckingInterval: 1_000,
}

/** Longer than this and a stop ends the connections that still work. */
const stopAfterMs = 2_000

type RequestHandler = (request: http.IncomingMessage, response: http.ServerResponse) => unknown

export type HttpServers = Readonly<{
  port: number
  server: http.Server
  /** From now on requests are answered, those that wait first, each answer with these headers, which a handler may put others in place of. */
  answerWith: (handler: RequestHandler, headers?: Readonly<Record<string, string>>) => void
  /** Takes no more requests, lets those under way end, and gives the port back. */
  close: () => Promise<void>
}>

/** Takes a port (0: any free one). Throws a PlainFailure where it can't be had. */
export async function listen({ port, host }: { port: number; host: string }): Promise<HttpServers> {
  const { promise: answering, resolve: answer } = withResolvers<{
    handler: RequestHandler
    headers: Readonly<Record<string, string>>
  }>()
  const server = http.createServer(deadlines, (request, response) => {
    answering
      .then(({ handler, headers }) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        return methods.includes(request.method ?? '') ? handler(request, response) : refuse(response)
      })
      .catch((error: unknown) => {
        console.error(failureLine({ where: 'an answer' }, error)) // unheard, it would end the process
        response.destroy()
      })
  })
  await new Promise<void>((up, down) => {
    server.once('error', down)
    server.listen(port, host, up)
  }).catch((error: unknown) => {
    throw new PlainFailure(whyNot(sqlStateOf(error), port, host), { cause: error })
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    server,
    answerWith: (handler, headers = {}) => answer({ handler, headers }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), stopAfterMs).unref()
      }),
  }
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((done) => (resolve = done))
  return { promise, resolve }
}

/** Next answers TRACE with a 500; nothing here wants any other method than these. */
function refuse(response: http.ServerResponse): void {
  response.writeHead(405, { allow: methods.join(', '), 'content-length': 0 })
  response.end()
}

function whyNot(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program: stop that one, or choose another with PORT=${port + 1} npm start.`
  if (code === 'EACCES')
    return `Port ${port} may not be taken by an ordinary user: choose one above 1023 with PORT, such as PORT=3000 npm start.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is ${host}, which is no address of this machine.`
  return `Port ${port} of ${host} can't be taken (${code ?? 'no reason given'}).`
}
