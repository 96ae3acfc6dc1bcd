import { createServer } from 'node:net'

/** Opens and closes a port of 127.0.0.1, and returns it; 0 takes a free one. Undefined if the port is taken. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

/** Whether a program listens on this port of 127.0.0.1. */
export const isPortTaken = async (port: number): Promise<boolean> => (await tryPort(port)) === undefined

/** Finds a free port of 127.0.0.1. Throws if there is none. */
export async function findFreePort(): Promise<number> {
  const port = await tryPort(0)
  if (port === undefined) throw new Error('This machine has no free port.')
  return port
}
