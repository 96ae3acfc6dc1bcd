import { Problem } from './problem'

/** What a read gives, or null where it throws `not-found`. Throws everything else on. */
export async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null
    throw error
  }
}
