// Serves the built app for tests and the bench, with a clock, limits and a database from its parent over IPC. `npm start` never loads
// this file.
import { once } from 'node:events'
import { lastWords } from '../plain-failure.ts'
import { listen } from '../process/listen.ts'
import { serveApp } from '../process/serve-app.ts'
import { stopOnSignals } from '../process/stopping.ts'
import { putSeams, realLimits } from '../seams.ts'
import { Order, StartMessage, type OrderAnswer } from './orders.ts'

if (!process.send) throw new Error('This is started by lib/testing/served.ts.')
process.on('disconnect', () => process.exit(0)) // the parent is gone: nothing stays behind

const [first]: unknown[] = await once(process, 'message')
const start = StartMessage.parse(first)

/** The real time, without `Date`, which only the seams may read. */
const realNow = () => performance.timeOrigin + performance.now()
let still: number | undefined = start.at === undefined ? undefined : Date.parse(start.at)
let ahead = 0
const nowMs = () => still ?? realNow() + ahead

const counts = new Map<string, number>()
putSeams({
  now: () => new Date(nowMs()),
  uuid: () => crypto.randomUUID(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  limits: Object.freeze({ ...realLimits, ...start.limits }),
  counts,
  kind: 'test',
})

function obey(order: Order): void {
  if (order.do === 'at') still = Date.parse(order.instant)
  if (order.do === 'on' && still !== undefined) still += order.ms
  else if (order.do === 'on') ahead += order.ms
  if (order.do === 'flow') {
    ahead = nowMs() - realNow()
    still = undefined
  }
  if (order.do === 'stop') process.kill(process.pid, 'SIGTERM')
}

const answer = (answer: OrderAnswer) => process.send?.(answer)

process.on('message', (message) => {
  const { order, number } = Order.parse(message)
  obey(order)
  answer({ number, now: new Date(nowMs()).toISOString(), counts: Object.fromEntries(counts) })
})

try {
  const listening = await listen({ port: start.port, host: '127.0.0.1' })
  const origins = start.origins ?? [`http://localhost:${listening.port}`]
  stopOnSignals(() => {})
  const { ownerUrl, webUrl, secret, trustProxyHops, root } = start
  await serveApp({ root, dev: false, listening, running: { origins, ownerUrl, webUrl, secret, trustProxyHops } })
  process.send({ port: listening.port })
} catch (error) {
  console.error(lastWords(error))
  process.exit(1)
}
