import { VaultError } from './vault-error'

/**
 * Loads a part of the code. Throws `part-not-loaded` where it does not arrive: a failure of its own, never mistaken for a text that
 * cannot be opened.
 */
export async function loadLate<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (cause) {
    throw new VaultError('part-not-loaded', { cause })
  }
}
