import type { DeviceStore } from '@/lib/vault/store'

/** Makes a store that is opened by its first use, because a device is made synchronously. */
export function lateStore(open: () => Promise<DeviceStore>): DeviceStore {
  let opened: Promise<DeviceStore> | undefined
  const store = () => {
    opened ??= open()
    opened.catch(() => (opened = undefined)) // the browser may allow storage later
    return opened
  }
  return {
    keepWrap: async (...input) => (await store()).keepWrap(...input),
    wrap: async (...input) => (await store()).wrap(...input),
    forgetWrap: async (...input) => (await store()).forgetWrap(...input),
    forgetWraps: async (...input) => (await store()).forgetWraps(...input),
    keepRecipient: async (...input) => (await store()).keepRecipient(...input),
    recipient: async (...input) => (await store()).recipient(...input),
    keepUse: async (...input) => (await store()).keepUse(...input),
    use: async (...input) => (await store()).use(...input),
    keepDraft: async (...input) => (await store()).keepDraft(...input),
    drafts: async (...input) => (await store()).drafts(...input),
    draft: async (...input) => (await store()).draft(...input),
    dropDraft: async (...input) => (await store()).dropDraft(...input),
    floors: async (...input) => (await store()).floors(...input),
    keepFloors: async (...input) => (await store()).keepFloors(...input),
    highestProfile: async (...input) => (await store()).highestProfile(...input),
    keepProfile: async (...input) => (await store()).keepProfile(...input),
    signOut: async (...input) => (await store()).signOut(...input),
    close: () =>
      void opened?.then(
        (kept) => kept.close(),
        () => {},
      ),
  }
}
