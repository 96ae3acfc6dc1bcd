// What has to stop before the process exits. It is kept under a symbol on globalThis, because the entry and Next's bundles are
// separate module graphs.

/** The order of a shutdown: no new requests, then no jobs, then what both use. */
const stages = ['web', 'jobs', 'connections', 'database'] as const
type ShutdownStage = (typeof stages)[number]
type ShutdownStep = Readonly<{ stage: ShutdownStage; end: () => unknown }>

const KEY = Symbol.for('fivefold.endings')
const stepTimeoutMs = 3000

function shutdownSteps(): ShutdownStep[] {
  const holder = globalThis as { [KEY]?: ShutdownStep[] }
  return (holder[KEY] ??= [])
}

/** Registers `end` to be called at its stage of a shutdown. */
export function beforeStop(stage: ShutdownStage, end: ShutdownStep['end']): void {
  shutdownSteps().push({ stage, end })
}

/** Runs every registered step, each with a time limit. A step that fails does not keep the others from running. */
export async function endAll(say: (line: string) => void): Promise<void> {
  for (const stage of stages) {
    for (const { end } of shutdownSteps().filter((ending) => ending.stage === stage)) {
      const late = new Promise<string>((resolve) => setTimeout(resolve, stepTimeoutMs, 'gave up waiting for').unref())
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

/** Shuts down and exits on SIGINT or SIGTERM. A second Ctrl-C, more than a second later, exits at once. */
export function stopOnSignals(say: (line: string) => void): void {
  let asked: number | undefined
  const stop = (signal: NodeJS.Signals) => {
    if (asked !== undefined) {
      // npm, its shell and our own watch may each pass the first one on.
      if (signal === 'SIGINT' && performance.now() - asked > 1000) process.exit(1)
      return
    }
    asked = performance.now()
    say('stopping')
    void endAll(say).finally(() => process.exit(0))
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}
