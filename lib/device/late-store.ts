import type { DeviceStore } from '@/lib/vault/store'
import { VaultError } from '@/lib/vault/vault-error'

/** How long nothing is asked of a browser's storage that did not answer, in ms. Each call would wait for it again. */
const REST = 30_000

/** The database was closed under this tab: the browser removed it, or ended its process. Opening it again helps. */
const wasClosed = (error: unknown): boolean =>
  error instanceof VaultError && error.cause instanceof Error && error.cause.name === 'InvalidStateError'

type Call = (...input: never[]) => Promise<unknown>

/** The calls of a store. The type of `lateStore` fails where one is missing. */
const CALLS = [
  'keepWrap',
  'wrap',
  'forgetWrap',
  'forgetWraps',
  'keepRecipient',
  'recipient',
  'keepUse',
  'use',
  'keepDraft',
  'drafts',
  'draft',
  'dropDraft',
  'floors',
  'keepFloors',
  'highestProfile',
  'keepProfile',
  'index',
  'keepIndex',
  'signOut',
] as const satisfies readonly (keyof DeviceStore)[]

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
  const calls = Object.fromEntries(
    CALLS.map((name) => [name, (...input: never[]) => run((kept) => (kept[name] as Call)(...input))]),
  ) as unknown as Pick<DeviceStore, (typeof CALLS)[number]>
  return {
    ...calls,
    close: () =>
      void opened?.then(
        (kept) => kept.close(),
        () => {},
      ),
  }
}
