// Two copies of one couple's world: a database and a clone of it, each with an app process of its own. In the trial somebody also acts in
// private; what both people do anyway is sent to both as the same bytes. Whatever the partner gets from the two may not differ.
import { signIn } from '@/lib/accounts/sign-in'
import { withConnection } from '@/lib/db/connection'
import { superuser } from '@/lib/db/postgres-cluster'
import { makeCall, makeConditionalCall } from '@/lib/http/call'
import { cloneDatabase, clusterUrl, theCluster } from './cluster'
import { cookieJar } from './cookie-jar'
import { lockMarkIn, newDevice, sender, type TestDevice } from './devices'
import { viewOf, type PartnerView } from './partner-view'
import type { TestPerson } from './people'
import { roomy, served, type ServedApp } from './served'
import { noon, twoWithEverything, type TwoWithEverything } from './two-with-everything'

export type TwoWorlds = Readonly<{
  /** Where nothing is done in private. */
  control: TwoWithEverything
  /** The copy, where private acts are done too. */
  trial: TwoWithEverything
  /** The devices of the two, each of which sends every request to both worlds. */
  inBoth: Readonly<{ a: TestDevice; b: TestDevice }>
  /** Moves both clocks. */
  on: (ms: number) => Promise<void>
  stop: () => Promise<void>
}>

/** Makes the couple's world and its copy, both at the same instant. */
export async function twoWorlds(): Promise<TwoWorlds> {
  const app = await served({ limits: roomy, at: noon })
  const control = await twoWithEverything(app)
  await app.on(60_000) // so that rows are added and changed at different times
  const database = await cloneInUse(app.ownerUrl)
  const copy = await served({ limits: roomy, at: await app.now(), database })
  const { a, b, id } = control.couple
  const trial = { ...control, app: copy, couple: { id, a: personAtCopy(copy, a), b: personAtCopy(copy, b) } }
  return {
    control,
    trial,
    inBoth: {
      a: deviceInBoth(a.device, trial.couple.a.device),
      b: deviceInBoth(b.device, trial.couple.b.device),
    },
    on: async (ms) => void (await Promise.all([app.on(ms), copy.on(ms)])),
    stop: async () => {
      await Promise.all([app.stop(), copy.stop()])
      await database.drop()
    },
  }
}

/** The partner's view of a world, without the address of its app. */
export async function partnerViewOf(
  { app, couple, known }: TwoWithEverything,
  names?: readonly string[],
): Promise<PartnerView> {
  const view = await viewOf(couple.b, known, names)
  return Object.fromEntries(
    Object.entries(view).map(([name, text]) => [name, text.replaceAll(app.origin, 'http://localhost')]),
  )
}

/** Clones a database whose app runs: PostgreSQL copies one to which nobody is connected. The app connects again by itself. */
async function cloneInUse(ownerUrl: string) {
  const cluster = theCluster()
  const name = new URL(ownerUrl).pathname.slice(1)
  return withConnection(clusterUrl(cluster, 'postgres', superuser), async (db) => {
    await db.query(`alter database "${name}" allow_connections false`)
    try {
      await db.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      return await cloneDatabase(cluster, name)
    } finally {
      await db.query(`alter database "${name}" allow_connections true`)
    }
  })
}

function personAtCopy(copy: ServedApp, person: TestPerson): TestPerson {
  const { email, phrase } = person
  return {
    ...person,
    device: deviceAtCopy(copy, person.device),
    signInElsewhere: async ({ onlyMe = true, ...elsewhere } = {}) => {
      const other = await newDevice(copy, elsewhere)
      await signIn(other, { email, phrase, onlyMe })
      return other
    },
  }
}

/** The same device, with its store and its open journal, at the copy. Its cookies are copied. */
function deviceAtCopy(copy: ServedApp, original: TestDevice): TestDevice {
  const jar = cookieJar()
  for (const pair of original.jar.header().split('; ').filter(Boolean)) {
    const separator = pair.indexOf('=')
    jar.set(pair.slice(0, separator), pair.slice(separator + 1))
  }
  const send = sender(copy, {}, jar)
  return { ...withSender(original, send), jar, lockMark: lockMarkIn(jar) }
}

/** Sends each request to both, as the same bytes; the control's answer is the answer. */
function deviceInBoth(control: TestDevice, trial: TestDevice): TestDevice {
  return withSender(control, async (path, init) => {
    const [answer] = await Promise.all([control.fetch(String(path), init), trial.fetch(String(path), init)])
    return answer
  })
}

const withSender = (device: TestDevice, send: ReturnType<typeof sender>): TestDevice => ({
  ...device,
  call: makeCall({ base: '', fetch: send }),
  callIfChanged: makeConditionalCall({ base: '', fetch: send }),
  fetch: send,
})
