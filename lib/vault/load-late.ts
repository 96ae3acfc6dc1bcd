import { VaultError } from './vault-error'

/**
 * Loads a part of the code. Throws `part-not-loaded`, so that a lost download is never mistaken for a text that can't
 * be opened.
 */
export async function loadLate<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (cause) {
    throw new VaultError('part-not-loaded', { cause })
  }
}
