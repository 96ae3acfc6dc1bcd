// A phrase as a person typed it. A phone's keyboard writes the first word of a made phrase with a capital, so such a
// phrase is tried in lower case too.

import { derivePhraseKeys, type KdfChoice, type PhraseKeys } from './derive'
import { openWithPhrase, type OpenedVault, type SeenFloors, type ServedVault } from './opening'
import { uncapitalise } from './phrase'
import { VaultError } from './vault-error'

/** The keys of a phrase as it was typed and, if it may be a made one, of that one. They count as one attempt. */
export type TypedKeys = readonly [typed: PhraseKeys, made?: PhraseKeys]

/** Derives the keys. Throws as `derivePhraseKeys` does. */
export async function deriveTypedKeys(typed: string, choice: KdfChoice, highestSeen: number): Promise<TypedKeys> {
  const made = await uncapitalise(typed)
  const keys = await derivePhraseKeys(typed, choice, highestSeen)
  return made === null ? [keys] : [keys, await derivePhraseKeys(made, choice, highestSeen)]
}

/** Runs `open` with the keys as typed and, if they are wrong, with the others. Throws what the last one throws. */
export async function withTypedKeys<T>([typed, made]: TypedKeys, open: (keys: PhraseKeys) => Promise<T>): Promise<T> {
  try {
    return await open(typed)
  } catch (error) {
    if (!made || !(error instanceof VaultError) || error.code !== 'wrong-phrase') throw error
    return open(made)
  }
}

/** Opens a journal with the phrase, as `openWithPhrase` does. */
export const openWithTyped = (keys: TypedKeys, served: ServedVault, seen: SeenFloors): Promise<OpenedVault> =>
  withTypedKeys(keys, (either) => openWithPhrase(either, served, seen))
