// What speaks plain http to the https port. Browsers try that first when somebody types an address with a port and without https://.
import type { Server } from 'node:https'
import type { Socket } from 'node:net'

/** The first byte of every TLS connection: a handshake record. */
const HANDSHAKE = 22

/** How long a connection may say nothing, in ms. */
const SILENCE_MS = 10_000

/** Answers plain http on the port of a TLS server with a redirect to the address `to`, whatever was asked for. */
export function redirectPlain(server: Server, to: () => string): void {
  const [startTls] = server.listeners('connection') as ((this: Server, socket: Socket) => void)[]
  if (!startTls) throw new Error('this server has no listener for connections')
  server.removeListener('connection', startTls)
  server.on('connection', (socket: Socket) => {
    const drop = () => socket.destroy()
    socket.setTimeout(SILENCE_MS, drop)
    socket.once('error', drop)
    socket.once('data', (first: Buffer) => {
      socket.setTimeout(0)
      socket.removeListener('timeout', drop)
      socket.removeListener('error', drop)
      if (first[0] !== HANDSHAKE) {
        socket.once('error', drop)
        socket.end(
          `HTTP/1.1 307 Temporary Redirect\r\nLocation: ${to()}\r\nCache-Control: no-store\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
          drop,
        )
        return
      }
      socket.pause()
      socket.unshift(first)
      startTls.call(server, socket)
    })
  })
}
