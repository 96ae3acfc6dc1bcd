// Starts the built app as a child, with seams that the test controls. It exits with the process that started it.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { childEnv } from '../env.ts'
import type { Limits } from '../seams.ts'
import { cloneDatabase, startTestCluster, passedCluster, servedUrl, type ClonedDatabase } from './cluster.ts'
import { OrderAnswer, Up, type Order, type StartMessage } from './orders.ts'

const root = path.join(import.meta.dirname, '..', '..')

export type ServedOptions = Readonly<{
  /** The clock is stopped at this instant (ISO, UTC); by default it is the real one. */
  at?: string
  limits?: Partial<Limits>
  trustProxyHops?: number
  /** The origins whose pages may change state; by default the app's own. */
  origins?: readonly string[]
  port?: number
  /** More arguments of its Node, such as those of a profile. */
  execArgv?: readonly string[]
  /** The app's database; by default a clone of the migrated one, dropped at the end. */
  database?: Pick<ClonedDatabase, 'ownerUrl' | 'webUrl'>
}>

export type ServedApp = Readonly<{
  /** http://localhost:port */
  origin: string
  port: number
  pid: number
  ownerUrl: string
  webUrl: string
  secret: string
  /** Stops the clock at an instant (ISO, UTC). */
  at: (instant: string) => Promise<void>
  /** Moves the clock, stopped or running, by milliseconds. */
  on: (ms: number) => Promise<void>
  /** Lets the clock run from its present time. */
  flow: () => Promise<void>
  now: () => Promise<string>
  counts: () => Promise<Record<string, number>>
  /** All output of the process. */
  readOutput: () => string
  stop: () => Promise<void>
}>

/**
 * High limits: what is counted per minute or hour never expires while the clock is stopped. The tests of throttles serve an app of
 * their own with the real limits.
 */
export const roomy: Partial<Limits> = {
  signUpsPerHour: 100_000,
  networkSignInBurst: 100_000,
  signInBurst: 100_000,
  unknownDeviceFailuresPerDay: 100_000,
  acceptancesPerHour: 100_000,
  readsPerMinute: 1_000_000,
  pagesPerMinute: 1_000_000,
  networkPagesPerMinute: 1_000_000,
  writesPerMinute: 1_000_000,
}

const KEY = Symbol.for('fivefold.shared-app')

/**
 * The app that all test files of this process share, with its clock stopped at an instant (ISO, UTC). It exits with this process. Each
 * test makes its own people; a test that needs other limits, or a log of its own, serves its own app.
 */
export async function sharedApp(time: string): Promise<ServedApp> {
  const host = globalThis as { [KEY]?: Promise<ServedApp> }
  const app = await (host[KEY] ??= served({ limits: roomy }))
  await app.at(time)
  return app
}

/** Tests make many people from one address; the tests of throttles pass the real limits. */
const manyPeople: Partial<Limits> = { signUpsPerHour: 100_000, networkSignInBurst: 100_000 }

/** Serves the output of `next build`, in the run's cluster or a new one. */
export async function served(options: ServedOptions = {}): Promise<ServedApp> {
  const address = passedCluster()
  const own = address ? undefined : await startTestCluster()
  const cluster = address ?? own?.cluster
  if (!cluster) throw new Error('There is no cluster.')
  const clone = options.database ? undefined : await cloneDatabase(cluster)
  const { ownerUrl, webUrl } = options.database ?? clone ?? { ownerUrl: '', webUrl: '' }
  const app = await startApp(
    {
      root,
      port: options.port ?? 0,
      ownerUrl: servedUrl(cluster, ownerUrl),
      webUrl: servedUrl(cluster, webUrl),
      secret: cluster.secret,
      trustProxyHops: options.trustProxyHops ?? 0,
      limits: { ...manyPeople, ...options.limits },
      ...(options.origins && { origins: [...options.origins] }),
      ...(options.at !== undefined && { at: options.at }),
    },
    options.execArgv,
  )
  return {
    ...app,
    ...{ ownerUrl, webUrl, secret: cluster.secret },
    stop: async () => {
      await app.stop()
      await clone?.drop()
      await own?.stop()
    },
  }
}

/** Starts the app on a database that exists. Its clock is moved as a test moves it. */
export async function startApp(
  start: StartMessage,
  execArgv: readonly string[] = [],
): Promise<Omit<ServedApp, 'ownerUrl' | 'webUrl' | 'secret'>> {
  const child = fork(path.join(import.meta.dirname, 'serve.ts'), [], {
    cwd: root,
    execArgv: ['--max-old-space-size=1024', '--import', 'tsx', ...execArgv], // the bound of `npm start`
    env: childEnv({
      NODE_ENV: 'production',
      NODE_OPTIONS: undefined,
      DATABASE_URL: undefined,
      NEXT_TELEMETRY_DISABLED: '1',
    }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = once(child, 'exit')
  child.send(start)
  const up: unknown = await Promise.race([
    once(child, 'message').then(([message]: unknown[]) => message),
    ended.then(() => Promise.reject(new Error(`The app for tests ended before it served:\n${output}`))),
  ])
  const { port } = Up.parse(up)
  const give = orders(child, () => output)
  return {
    origin: `http://localhost:${port}`,
    port,
    pid: child.pid ?? 0,
    at: async (instant) => void (await give({ do: 'at', instant })),
    on: async (ms) => void (await give({ do: 'on', ms })),
    flow: async () => void (await give({ do: 'flow' })),
    now: async () => (await give({ do: 'look' })).now,
    counts: async () => (await give({ do: 'look' })).counts,
    readOutput: () => output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}

/** Each order waits for its own answer, so several may run at once. */
function orders(child: ChildProcess, outputOf: () => string): (order: Order) => Promise<OrderAnswer> {
  const waiting = new Map<number, { done: (answer: OrderAnswer) => void; failed: (error: Error) => void }>()
  let number = 0
  child.on('message', (message) => {
    const answer = OrderAnswer.parse(message)
    waiting.get(answer.number)?.done(answer)
    waiting.delete(answer.number)
  })
  child.once('exit', () => {
    for (const { failed } of waiting.values()) failed(new Error(`The app for tests ended:\n${outputOf()}`))
  })
  return (order) =>
    new Promise((done, failed) => {
      number += 1
      waiting.set(number, { done, failed })
      child.send({ number, order })
    })
}
