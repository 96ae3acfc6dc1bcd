import type { DeviceStore } from '@/lib/vault/store'
import { VaultError } from '@/lib/vault/vault-error'

/** How long nothing is asked of a browser's storage that did not answer, in ms. Each call would wait for it again. */
const REST = 30_000

/** The database was closed under this tab: the browser removed it, or ended its process. Opening it again helps. */
const wasClosed = (error: unknown): boolean =>
  error instanceof VaultError && error.cause instanceof Error && error.cause.name === 'InvalidStateError'

/**
 * Makes a store that is opened by its first use, because a device is made synchronously. It opens again after the
 * browser closed it, and rests where the browser does not answer.
 */
export function lateStore(open: () => Promise<DeviceStore>): DeviceStore {
  let opened: Promise<DeviceStore> | undefined
  const store = () => {
    opened ??= open()
    return opened
  }
  const rest = (failed: Promise<DeviceStore> | undefined, error: unknown) => {
    if (opened !== failed) return
    const isStuck = error instanceof VaultError && error.code === 'storage-stuck'
    opened = isStuck ? Promise.reject(error) : undefined // the browser may allow storage later
    const resting = opened
    resting?.catch(() => {})
    if (isStuck)
      setTimeout(() => {
        if (opened === resting) opened = undefined
      }, REST)
  }
  async function run<Answer>(call: (store: DeviceStore) => Promise<Answer>, again = true): Promise<Answer> {
    const used = store()
    try {
      return await call(await used)
    } catch (error) {
      const isOpen = await used.then(
        () => true,
        () => false,
      )
      const isStuck = error instanceof VaultError && error.code === 'storage-stuck'
      if (!isOpen || isStuck || wasClosed(error)) rest(used, error)
      if (isOpen && again && wasClosed(error)) return run(call, false)
      throw error
    }
  }
  return {
    keepWrap: (...input) => run((kept) => kept.keepWrap(...input)),
    wrap: (...input) => run((kept) => kept.wrap(...input)),
    forgetWrap: (...input) => run((kept) => kept.forgetWrap(...input)),
    forgetWraps: (...input) => run((kept) => kept.forgetWraps(...input)),
    keepRecipient: (...input) => run((kept) => kept.keepRecipient(...input)),
    recipient: (...input) => run((kept) => kept.recipient(...input)),
    keepUse: (...input) => run((kept) => kept.keepUse(...input)),
    use: (...input) => run((kept) => kept.use(...input)),
    keepDraft: (...input) => run((kept) => kept.keepDraft(...input)),
    drafts: (...input) => run((kept) => kept.drafts(...input)),
    draft: (...input) => run((kept) => kept.draft(...input)),
    dropDraft: (...input) => run((kept) => kept.dropDraft(...input)),
    floors: (...input) => run((kept) => kept.floors(...input)),
    keepFloors: (...input) => run((kept) => kept.keepFloors(...input)),
    highestProfile: (...input) => run((kept) => kept.highestProfile(...input)),
    keepProfile: (...input) => run((kept) => kept.keepProfile(...input)),
    index: (...input) => run((kept) => kept.index(...input)),
    keepIndex: (...input) => run((kept) => kept.keepIndex(...input)),
    signOut: (...input) => run((kept) => kept.signOut(...input)),
    close: () =>
      void opened?.then(
        (kept) => kept.close(),
        () => {},
      ),
  }
}
