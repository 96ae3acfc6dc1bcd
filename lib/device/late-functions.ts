// Code that a page loads when the journal opens or somebody does something, and not before.
import { loadLate } from '@/lib/vault/load-late'

const waiting = new Set<() => Promise<unknown>>()

/**
 * Makes a function that loads a part of the code. Nothing is loaded before its first call or `loadAhead`. It throws
 * `part-not-loaded`; the next call tries again.
 */
export function latePartOf<Part>(load: () => Promise<Part>): () => Promise<Part> {
  const part = () => {
    waiting.delete(part)
    return loadLate(load)
  }
  waiting.add(part)
  return part
}

/**
 * Loads every known late part that was not requested yet, and then those that became known by it, so that all is ready
 * before the first tap, also where the network is gone by then.
 */
export function loadAhead(): void {
  for (const part of [...waiting]) part().then(loadAhead, () => {}) // the first use tries again, and shows a failure
}

/** The asynchronous functions of a module. */
export type LateFunctions<Module> = {
  readonly [Name in keyof Module as Module[Name] extends (...input: never[]) => Promise<unknown>
    ? Name
    : never]: Module[Name]
}

/**
 * Makes the asynchronous functions of a module that is loaded with their first call. Each may throw `part-not-loaded`.
 */
export function lateFunctions<Module extends object>(load: () => Promise<Module>): LateFunctions<Module> {
  const part = latePartOf(load)
  const functions = new Proxy(
    {},
    {
      get:
        (_, name) =>
        async (...input: unknown[]) => {
          const loaded = (await part()) as Record<string | symbol, (...input: unknown[]) => unknown>
          return loaded[name]?.(...input)
        },
    },
  )
  return functions as LateFunctions<Module>
}
