// `npm start` and `npm run dev`, once everything is installed and built.
import { dataFolderOf, makeDataFolder } from '../db/data-folder.ts'
import { readSecret } from '../db/secret.ts'
import { openHome } from '../at-home/open-home.ts'
import { readKept, refuseSettings } from '../at-home/home-address.ts'
import { readEnv } from '../env.ts'
import { lastWords } from '../plain-failure.ts'
import { listen } from './listen.ts'
import { backUpNightly } from './nightly-backup.ts'
import { openDatabase } from './open-database.ts'
import { serveApp } from './serve-app.ts'
import { beforeStop, endAll, stopOnSignals } from './stopping.ts'

type Start = Readonly<{
  root: string
  dev: boolean
  /** Serves https on the home network. */
  home: boolean
  say: (line: string) => void
  /** Prints a sentence and exits. */
  giveUp: (sentence: string) => never
}>

/** Serves the app of the clone at `root` until a signal comes, and returns its address. Gives up with a sentence for what fails. */
export async function main(start: Start): Promise<string> {
  try {
    return await serve(start)
  } catch (error) {
    return start.giveUp(lastWords(error))
  }
}

async function serve({ root, dev, home, say, giveUp }: Start): Promise<string> {
  const env = readEnv()
  if (home) refuseSettings(env)
  const host = env.HOST ?? (home ? '0.0.0.0' : '127.0.0.1')
  const plain = await listen({
    port: env.PORT,
    host,
    ...(home && { change: (port: number) => `choose another with PORT=${port} npm start -- --home` }),
  })

  const folder = makeDataFolder(dataFolderOf(root, env.DATA_DIR))
  say(`data folder: ${folder}`)
  const secret = readSecret(folder, env.SECRET)
  const opened = home ? await openHome({ root, folder, env, host, page: plain, say }) : null
  const listening = opened?.listening ?? plain
  const address = opened?.address.origin ?? env.APP_URL ?? `http://localhost:${plain.port}`
  const { ownerUrl, webUrl, story, applied, backup, directOwnerUrl, keepUp, close } = await openDatabase({
    root,
    folder,
    secret,
    givenUrl: env.DATABASE_URL,
    directUrl: env.DIRECT_URL,
  })
  beforeStop('database', close)
  const stopBackups = backUpNightly({ ownerUrl: directOwnerUrl, folder, secret }, say)
  const stopWatch = keepUp?.({ say, giveUp: (sentence) => void endAll(() => {}).finally(() => giveUp(sentence)) })
  beforeStop('jobs', () => {
    stopWatch?.()
    return stopBackups()
  })
  stopOnSignals(say)
  say(`database: ${story}`)
  if (backup) say(`backed up before migrating: ${backup}`)
  if (applied.length) say(`migrated: ${applied.join(', ')}`)

  await serveApp({
    root,
    dev,
    listening,
    running: { origins: [address], ownerUrl, webUrl, secret, trustProxyHops: env.TRUST_PROXY_HOPS, dev, home },
  })
  opened?.tell()
  if (!opened) tellOthers({ folder, host, address, say })
  return address
}

/** Says how other devices come in, where this start does not let them: browsers have cryptography on https and localhost alone. */
function tellOthers({
  folder,
  host,
  address,
  say,
}: Readonly<{ folder: string; host: string; address: string; say: Start['say'] }>): void {
  if (address.startsWith('https:')) return
  const known = readKept(folder, 'address')
  if (known) say(`other devices know it at ${known}: npm start -- --home serves that address`)
  else if (host !== '127.0.0.1' && host !== 'localhost')
    say('a browser on another device can’t open a journal over http: npm start -- --home serves https')
}
