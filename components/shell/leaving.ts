/** The neutral site that *Hide* goes to: the one navigation off this origin. */
export const NEUTRAL_SITE = 'https://www.wikipedia.org/'

const tasks = new Set<() => void>()

/**
 * Something to do when *Hide* is used, before the browser leaves: drop keys, send a lock. It runs at once and is not waited
 * for (use `keepalive` for what must be sent). Answers how to take it back.
 */
export function addLeaveTask(task: () => void): () => void {
  tasks.add(task)
  return () => void tasks.delete(task)
}

/** Makes the page blank at once, in whatever layer something of it lies, and keeps it so. */
export const cover = (): void => {
  document.documentElement.dataset['covered'] = ''
}

/** Covers the page, does what was asked for, and goes to the neutral site in this page's place in the history. */
export function leave(): void {
  cover()
  for (const task of tasks) {
    try {
      task()
    } catch {
      // Whatever failed, leaving comes first.
    }
  }
  location.replace(NEUTRAL_SITE)
}
