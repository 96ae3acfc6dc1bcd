import { createServer } from 'node:net'

/** Takes and gives back a port of 127.0.0.1: 0 finds a free one. Undefined when it is taken. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((tell) => {
    const probe = createServer()
    probe.once('error', () => tell(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => tell(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

export const isPortTaken = async (port: number): Promise<boolean> => (await tryPort(port)) === undefined

/** A port of 127.0.0.1 that nobody listens on now. */
export async function findFreePort(): Promise<number> {
  const port = await tryPort(0)
  if (port === undefined) throw new Error('This machine has no free port.')
  return port
}
