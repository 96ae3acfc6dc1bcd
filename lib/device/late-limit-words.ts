// The sentences about limits, which are rarely needed: they are loaded with the first refusal that needs one.
import type { Call } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { latePartOf } from './late-functions'

const part = latePartOf(() => import('./limit-words'))
let words: Awaited<ReturnType<typeof part>> | null = null

/** The sentences about limits, or null before they were loaded. */
export const limitWords = () => words

/** Loads the sentences about limits. Throws `part-not-loaded`. */
export async function loadLimitWords(): Promise<void> {
  words = await part()
}

/** Makes a call that has the sentence of a limit ready when it throws too-much. Without it a general one is shown. */
export const withLimitWords =
  (call: Call): Call =>
  async (...asked) => {
    try {
      return await call(...asked)
    } catch (error) {
      if (error instanceof Problem && error.code === 'too-much') await loadLimitWords().catch(() => {})
      throw error
    }
  }
