// What has to end before the process does. Under a symbol on globalThis, because the entry and Next's bundles are separate module
// graphs.

/** In the order in which they end: no new requests, then nothing of our own work, then what both stand on. */
const stages = ['web', 'jobs', 'connections', 'database'] as const
type ShutdownStage = (typeof stages)[number]
type ShutdownStep = Readonly<{ stage: ShutdownStage; end: () => unknown }>

const KEY = Symbol.for('fivefold.endings')
const patienceMs = 3000

function endings(): ShutdownStep[] {
  const holder = globalThis as { [KEY]?: ShutdownStep[] }
  return (holder[KEY] ??= [])
}

/** Has `end` called, at its stage, before the process ends in order. */
export function beforeStop(stage: ShutdownStage, end: ShutdownStep['end']): void {
  endings().push({ stage, end })
}

/** Ends everything, each within its own patience; one that fails keeps no other from ending. */
export async function endAll(say: (line: string) => void): Promise<void> {
  for (const stage of stages) {
    for (const { end } of endings().filter((ending) => ending.stage === stage)) {
      const late = new Promise<string>((tell) => setTimeout(tell, patienceMs, 'gave up waiting for').unref())
      const ended = Promise.resolve()
        .then(end)
        .then(
          () => 'stopped',
          (error: unknown) => `could not stop (${String(error)})`,
        )
      say(`${await Promise.race([ended, late])} ${stage}`)
    }
  }
}

/** Ends everything once on SIGINT or SIGTERM, and the process with it; a second Ctrl-C, later than a second, doesn't wait. */
export function stopOnSignals(say: (line: string) => void): void {
  let asked: number | undefined
  const stop = (signal: NodeJS.Signals) => {
    if (asked !== undefined) {
      // npm, its shell and start's own watch may each pass the first one on.
      if (signal === 'SIGINT' && performance.now() - asked > 1000) process.exit(1)
      return
    }
    asked = performance.now()
    say('stopping')
    void endAll(say).finally(() => process.exit(0))
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}
