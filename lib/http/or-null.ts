import { Problem } from './problem'

/** Returns the result of a read, or null if it throws `not-found`. Throws every other error. */
export async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null
    throw error
  }
}
