// Backs the home up by itself: once after three o'clock in the night, by this machine's clock, or when it next runs.
import { backUp } from '../db/backup/back-up.ts'
import { listBackups, newBackupPath, removeSurplusBackups } from '../db/backup/backup-folder.ts'
import { withConnection } from '../db/connection.ts'
import { failureLine } from '../failure-line.ts'
import { PlainFailure } from '../plain-failure.ts'
import { seams } from '../seams.ts'

/** Held while one is made, so that of two processes on a database one makes it. */
const nightlyLock = 72_707_371

const checkMs = 60_000
const restAfterFailureMs = 3_600_000

type BackedUpHome = Readonly<{
  /** The database's own address, as its owner. */
  ownerUrl: string
  /** The data folder. */
  folder: string
  secret: string
}>

/** Whether no backup was made since the last three o'clock. */
export function isBackupDue(folder: string, now: Date): boolean {
  const three = new Date(now)
  three.setHours(3, 0, 0, 0)
  if (three > now) three.setDate(three.getDate() - 1)
  const [newest] = listBackups(folder)
  return !newest || newest.madeAt < three
}

/**
 * Makes a backup if one is due and somebody has an account, and clears those that are not kept any more. Returns its path, or null. Throws
 * a PlainFailure if it can't be written.
 */
export async function backUpIfDue({ ownerUrl, folder, secret }: BackedUpHome, now: Date): Promise<string | null> {
  if (!isBackupDue(folder, now)) return null
  return withConnection(ownerUrl, async (db) => {
    const { rows } = await db.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [nightlyLock])
    if (!rows[0]?.alone || !isBackupDue(folder, now)) return null
    if ((await db.query('select from account limit 1')).rowCount === 0) return null
    const file = newBackupPath(folder, now, 'night')
    await backUp(db, { file, secret, why: 'night', madeAt: now })
    removeSurplusBackups(folder, now)
    return file
  })
}

/** Looks each minute whether a backup is due. Returns a function that stops it, and waits for one that is being made. */
export function backUpNightly(home: BackedUpHome, say: (line: string) => void): () => Promise<void> {
  let making: Promise<void> | null = null
  let restUntil = 0
  const check = async () => {
    try {
      const file = await backUpIfDue(home, seams().now())
      if (file) say(`backed up to ${file}`)
    } catch (error) {
      restUntil = performance.now() + restAfterFailureMs
      if (error instanceof PlainFailure) say(`no backup was made; the next try is in an hour. ${error.message}`)
      else console.error(failureLine({ where: 'the nightly backup' }, error))
    }
  }
  const timer = setInterval(() => {
    if (making || performance.now() < restUntil) return
    making = check().finally(() => (making = null))
  }, checkMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await making
  }
}
