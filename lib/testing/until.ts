import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits for a condition, and throws if it is not true within `ms`, which only a fault reaches: no test asserts a time. An
 * error from the condition counts as "not yet".
 */
export async function until(
  what: string | (() => string),
  holds: () => Promise<boolean> | boolean,
  ms = 120_000,
): Promise<void> {
  const began = performance.now()
  for (;;) {
    if (
      await Promise.resolve()
        .then(holds)
        .catch(() => false)
    )
      return
    if (performance.now() - began > ms)
      throw new Error(`This did not come about within ${ms / 1000} s: ${typeof what === 'string' ? what : what()}.`)
    await pause(20)
  }
}
