// `npm start` and `npm run dev`, once everything is installed and built.
import { dataFolderOf, makeDataFolder } from '../db/data-folder.ts'
import { readSecret } from '../db/secret.ts'
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

async function serve({ root, dev, say, giveUp }: Start): Promise<string> {
  const env = readEnv()
  const listening = await listen({ port: env.PORT, host: env.HOST })
  const address = env.APP_URL ?? `http://localhost:${listening.port}`

  const folder = makeDataFolder(dataFolderOf(root, env.DATA_DIR))
  say(`data folder: ${folder}`)
  const secret = readSecret(folder, env.SECRET)
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
    running: { origins: [address], ownerUrl, webUrl, secret, trustProxyHops: env.TRUST_PROXY_HOPS, dev },
  })
  return address
}
