// The http server, or the https one. It takes its port before anything else, so that a port in use is reported at once. Requests that come before the
// app is ready wait for it.
import http from 'node:http'
import https from 'node:https'
import { errorCodeOf } from '../db/connection.ts'
import { failureLine } from '../failure-line.ts'
import { PlainFailure } from '../plain-failure.ts'
import { seams } from '../seams.ts'
import { redirectPlain } from './plain-on-tls.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const deadlines = {
  /** Milliseconds for the first line and the headers of a request. */
  headersTimeout: 10_000,
  /** Milliseconds for a whole request, with its body. */
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  /** How often the two above are checked. */
  connectionsCheckingInterval: 1_000,
}

/** A stop closes connections that are still busy after this. */
const stopAfterMs = 2_000

type RequestHandler = (request: http.IncomingMessage, response: http.ServerResponse) => unknown

/** A private key and its certificate, each as PEM. */
type TlsPair = Readonly<{ key: string; certificate: string }>

type Listening = Readonly<{
  /** 0: any free one. */
  port: number
  host: string
  /** Serves https with this certificate. */
  tls?: Readonly<{
    pair: TlsPair
    /** Where plain http on this port is sent. */
    plainTo: () => string
  }>
  /** What a person writes to choose another port. */
  change?: (port: number) => string
}>

export type HttpServers = Readonly<{
  port: number
  server: http.Server | https.Server
  /** Starts to answer, waiting requests first. Every answer gets these headers; a handler may replace them. */
  answerWith: (handler: RequestHandler, headers?: Readonly<Record<string, string>>) => void
  /** Serves new connections with another certificate. */
  renew: (pair: TlsPair) => void
  /** Refuses new requests, lets running ones finish, and frees the port. */
  close: () => Promise<void>
}>

/** Takes a port. Throws a PlainFailure if it can't, with what to do. */
export async function listen({
  port,
  host,
  tls,
  change = (other) => `choose another with PORT=${other} npm start`,
}: Listening): Promise<HttpServers> {
  const { promise: answering, resolve: answer } = withResolvers<{
    handler: RequestHandler
    headers: Readonly<Record<string, string>>
  }>()
  const take: http.RequestListener = (request, response) => {
    answering
      .then(({ handler, headers }) => {
        // by the same clock as every rule: a device whose clock is wrong goes by it
        response.setHeader('date', seams().now().toUTCString())
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        return methods.includes(request.method ?? '') ? handler(request, response) : refuse(response)
      })
      .catch((error: unknown) => {
        console.error(failureLine({ where: 'an answer' }, error)) // uncaught, it would end the process
        response.destroy()
      })
  }
  const server = tls
    ? https.createServer({ ...deadlines, ...toSecrets(tls.pair) }, take)
    : http.createServer(deadlines, take)
  if (tls && server instanceof https.Server) redirectPlain(server, tls.plainTo)
  await new Promise<void>((up, down) => {
    server.once('error', down)
    server.listen(port, host, up)
  }).catch((error: unknown) => {
    throw new PlainFailure(sentenceOf(errorCodeOf(error), { port, host, change }), { cause: error })
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    server,
    answerWith: (handler, headers = {}) => answer({ handler, headers }),
    renew: (pair) => {
      if (server instanceof https.Server) server.setSecureContext(toSecrets(pair))
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), stopAfterMs).unref()
      }),
  }
}

/** As Node wants them. No phone of today needs a TLS older than 1.2. */
const toSecrets = ({ key, certificate }: TlsPair) => ({ key, cert: certificate, minVersion: 'TLSv1.2' as const })

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((done) => (resolve = done))
  return { promise, resolve }
}

/** Next answers TRACE with a 500. No route uses a method that is not in the list. */
function refuse(response: http.ServerResponse): void {
  response.writeHead(405, { allow: methods.join(', '), 'content-length': 0 })
  response.end()
}

function sentenceOf(
  code: string | undefined,
  { port, host, change }: Readonly<{ port: number; host: string; change: (port: number) => string }>,
): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program: stop that one, or ${change(port + 1)}.`
  if (code === 'EACCES')
    return `Port ${port} may not be taken by an ordinary user: one above 1023 may, so ${change(port + 3000)}.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is ${host}, which is no address of this machine.`
  return `Port ${port} of ${host} can't be taken (${code ?? 'no reason given'}).`
}
