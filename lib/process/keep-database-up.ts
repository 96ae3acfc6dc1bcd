// Brings the embedded database up again when it ends under a running app: killed for its memory, or stopped by somebody.
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '../db/connection.ts'
import { lastWords } from '../plain-failure.ts'

/** The part of an embedded server that this needs. */
type WatchedServer = Readonly<{
  /** The address of a database that exists as long as the server does. */
  watchUrl: string
  /**
   * Starts the server again at its former port, and returns whether it had to. Throws a PlainFailure if it does not
   * start within some seconds.
   */
  revive: () => Promise<boolean>
}>

export type WatchOptions = Readonly<{
  say: (line: string) => void
  /** Called once, after two starts in a row failed, with the sentence that says why. The process should end then. */
  giveUp: (sentence: string) => void
}>

const FAILURES = 2

/**
 * Watches the server through a connection of its own, which ends the moment the server does. Returns a function that
 * stops watching; call it before the server is stopped.
 */
export function keepDatabaseUp({ watchUrl, revive }: WatchedServer, { say, giveUp }: WatchOptions): () => void {
  let stopped = false
  let release = () => {}

  const waitForEnd = async () => {
    const client = await connect(watchUrl)
    const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
    release = () => void client.end().catch(() => {})
    if (stopped) release()
    await ended
  }
  const watch = async () => {
    let failures = 0
    while (!stopped) {
      await waitForEnd().catch(() => pause(50))
      if (stopped) return
      try {
        const hadEnded = await revive()
        failures = 0
        if (hadEnded && !stopped) say('the database had ended; it is running again')
      } catch (error) {
        failures += 1
        if (stopped) return
        if (failures >= FAILURES) return giveUp(`The database ended and can’t be started again. ${lastWords(error)}`)
        say('the database had ended and did not start; trying once more')
      }
    }
  }
  void watch()
  return () => {
    stopped = true
    release()
  }
}
