// The name of a home on the loopback interface, asked for as any device of the network does.
import { createSocket } from 'node:dgram'
import { expect, onTestFinished, test } from 'vitest'
import { announce } from './announce'

const host = '127.0.0.1'
const name = `fivefold-test-${process.pid}`

async function start(own: string) {
  const announced = await announce({ name: own, port: 3443, host })
  onTestFinished(announced.stop)
  return announced
}

/** Asks for the IPv4 address of a name, and returns the answer's bytes as text. */
async function askFor(own: string): Promise<string> {
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  await new Promise<void>((up) => socket.bind(0, host, up))
  socket.setMulticastInterface(host)
  const label = (text: string) => [text.length, ...Buffer.from(text)]
  // one question: this name, A, IN (RFC 1035, section 4.1)
  const question = Buffer.from([0, 9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...label(own), ...label('local'), 0, 0, 1, 0, 1])
  const answer = new Promise<string>((done) => socket.once('message', (message) => done(message.toString('latin1'))))
  socket.send(question, 5353, '224.0.0.251')
  return answer
}

test('a name is answered with the address of this computer', async () => {
  expect((await start(`${name}-a`)).isOurs).toBe(true)
  const answer = await askFor(`${name}-a`)
  expect(answer).toContain(`${name}-a`)
  expect(answer).toContain('\x00\x04\x7f\x00\x00\x01') // four bytes: 127.0.0.1
})
