// `npm run demo`, once everything is installed and built.
import type { DatabaseUrls } from '../lib/db/roles.ts'
import { readSecret } from '../lib/db/secret.ts'
import { readEnv } from '../lib/env.ts'
import { lastWords } from '../lib/plain-failure.ts'
import { listen, type HttpServers } from '../lib/process/listen.ts'
import { openDatabase, type OpenDatabase } from '../lib/process/open-database.ts'
import { serveApp } from '../lib/process/serve-app.ts'
import { beforeStop, endAll, stopOnSignals } from '../lib/process/stopping.ts'
import { seams } from '../lib/seams.ts'
import { roomy, startApp } from '../lib/testing/served.ts'
import { doorPath, hostsOf, withDoor } from './door.ts'
import {
  countAccounts,
  demoFolderOf,
  emptyDemo,
  keepDemo,
  makeDemoFolder,
  readDemo,
  refuseGivenDatabase,
  refuseOtherFolder,
  refuseOthers,
  removeDemo,
  type Demo,
} from './folder.ts'
import { story } from './story/story.ts'
import { writeHalfYear } from './write-half-year.ts'

type DemoStart = Readonly<{
  root: string
  /** Removes the demo and serves nothing. */
  remove: boolean
  say: (line: string) => void
  /** Prints a sentence and exits. */
  giveUp: (sentence: string) => never
}>

/** Gives up where the demo would touch a home, before a minute of building. */
export function refuseHome({ root, giveUp }: Pick<DemoStart, 'root' | 'giveUp'>): void {
  try {
    const env = readEnv()
    refuseGivenDatabase(env)
    refuseOtherFolder(demoFolderOf(root, env.DATA_DIR))
  } catch (error) {
    giveUp(lastWords(error))
  }
}

/** Serves the demo until a signal comes, and returns the two links. Gives up with a sentence for what fails. */
export async function main(start: DemoStart): Promise<readonly string[]> {
  try {
    const { DATA_DIR } = readEnv()
    if (!start.remove) return await serveDemo(start)
    const folder = demoFolderOf(start.root, DATA_DIR)
    start.say((await removeDemo(folder)) ? `removed ${folder}` : `there is no demo in ${folder}`)
    return []
  } catch (error) {
    return start.giveUp(lastWords(error))
  }
}

async function serveDemo({ root, say, giveUp }: DemoStart): Promise<readonly string[]> {
  const env = readEnv()
  // for this computer alone, whatever HOST says: its links sign in without a phrase
  const listening = await listen({
    port: env.PORT,
    host: '127.0.0.1',
    change: (port) => `choose another with PORT=${port} npm run demo`,
  })
  const folder = makeDemoFolder(demoFolderOf(root, env.DATA_DIR))
  say(`the demo's folder: ${folder}`)
  let opened: OpenDatabase | null = null
  beforeStop('database', () => opened?.close())
  stopOnSignals(say) // also while the half year is being written
  const { demo, database, secret } = await openDemo({ root, folder, say, onOpen: (database) => (opened = database) })
  if (database.keepUp)
    beforeStop(
      'jobs',
      database.keepUp({ say, giveUp: (sentence) => void endAll(() => {}).finally(() => giveUp(sentence)) }),
    )

  const hosts = hostsOf(listening.port)
  const origins = hosts.map((host) => `http://${host}`)
  const { ownerUrl, webUrl } = database
  await serveApp({
    root,
    dev: false,
    listening: addDoor(listening, demo, hosts),
    running: { origins, ownerUrl, webUrl, secret, trustProxyHops: 0 },
  })
  return demo.people.map((person, place) => `${person.name}: ${origins[place]}${doorPath(person)}`)
}

const addDoor = (listening: HttpServers, { people }: Demo, hosts: readonly string[]): HttpServers => ({
  ...listening,
  answerWith: (app, headers) =>
    listening.answerWith(
      withDoor(app, { people, hosts, origin: `http://${hosts[1]}`, now: () => seams().now() }),
      headers,
    ),
})

type OpenedDemo = Readonly<{ demo: Demo; database: OpenDatabase; secret: string }>
type DemoPlace = Readonly<{
  root: string
  folder: string
  say: (line: string) => void
  /** Is called with the database, each time one is opened. */
  onOpen: (database: OpenDatabase) => void
}>

/** Opens the database of the folder, and writes the half year where there is none that ends at about today. */
async function openDemo(place: DemoPlace): Promise<OpenedDemo> {
  const { root, folder, say, onOpen } = place
  const secret = readSecret(folder, undefined)
  const database = await openDatabase({ root, folder, secret, givenUrl: undefined })
  onOpen(database)
  try {
    const demo = readDemo(folder)
    await refuseOthers(database.ownerUrl, folder)
    const now = seams().now()
    if (demo && isRecent(demo, now)) return { demo, database, secret }
    if (demo === null && (await countAccounts(database.ownerUrl)) === 0)
      return { demo: await write(place, { ...database, secret }, now), database, secret }
    say(`the half year ${demo ? 'ended more than a day ago' : 'was not finished'}: it is written again`)
  } catch (error) {
    await database.close()
    throw error
  }
  await database.close()
  emptyDemo(folder)
  return openDemo(place)
}

const DAY_MS = 86_400_000
const isRecent = ({ endsAt }: Demo, now: Date): boolean => Math.abs(now.getTime() - Date.parse(endsAt)) < DAY_MS

async function write(
  { root, folder, say }: DemoPlace,
  { ownerUrl, webUrl, secret }: DatabaseUrls & { secret: string },
  now: Date,
): Promise<Demo> {
  say('writing half a year ...')
  const from = performance.now()
  const app = await startApp({ root, port: 0, ownerUrl, webUrl, secret, trustProxyHops: 0, limits: roomy })
  try {
    const { count, ...demo } = await writeHalfYear(app, now, story)
    keepDemo(folder, demo)
    say(`written: ${count} acts in ${((performance.now() - from) / 1000).toFixed(1)} s`)
    return demo
  } finally {
    await app.stop()
  }
}
