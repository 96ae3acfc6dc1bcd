// What a page needs of the device only once somebody does something, or once a journal opens: its code is loaded then.
import { loadLate } from '@/lib/vault/load-late'

const waiting = new Set<() => Promise<unknown>>()

/**
 * Makes a way to load a part of the code later. Nothing is loaded before it is called, or before `loadAhead`. It throws
 * `part-not-loaded`, and the next call tries again.
 */
export function latePartOf<Part>(load: () => Promise<Part>): () => Promise<Part> {
  const part = () => {
    waiting.delete(part)
    return loadLate(load)
  }
  waiting.add(part)
  return part
}

/** Loads every late part that the pages so far know and that nothing has asked for yet, so that it is there before the first tap. */
export function loadAhead(): void {
  for (const part of [...waiting]) part().catch(() => {}) // whoever needs it asks again, and says so where it fails
}

/** The asynchronous functions of a module. */
export type LateFunctions<Module> = {
  readonly [Name in keyof Module as Module[Name] extends (...input: never[]) => Promise<unknown>
    ? Name
    : never]: Module[Name]
}

/** The asynchronous functions of a module that is loaded with the first call of one. A call may throw `part-not-loaded`. */
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
