import type { DeviceStore } from '@/lib/vault/store'

/** A store that is opened at its first use, for a device that is made before anything can be waited for. */
export function lateStore(open: () => Promise<DeviceStore>): DeviceStore {
  let opened: Promise<DeviceStore> | undefined
  const store = () => {
    opened ??= open()
    opened.catch(() => (opened = undefined)) // a storage that was refused may be allowed later
    return opened
  }
  return {
    keepWrap: async (...given) => (await store()).keepWrap(...given),
    wrap: async (...given) => (await store()).wrap(...given),
    forgetWrap: async (...given) => (await store()).forgetWrap(...given),
    forgetWraps: async (...given) => (await store()).forgetWraps(...given),
    keepRecipient: async (...given) => (await store()).keepRecipient(...given),
    recipient: async (...given) => (await store()).recipient(...given),
    keepDraft: async (...given) => (await store()).keepDraft(...given),
    drafts: async (...given) => (await store()).drafts(...given),
    draft: async (...given) => (await store()).draft(...given),
    dropDraft: async (...given) => (await store()).dropDraft(...given),
    floors: async (...given) => (await store()).floors(...given),
    keepFloors: async (...given) => (await store()).keepFloors(...given),
    highestProfile: async (...given) => (await store()).highestProfile(...given),
    keepProfile: async (...given) => (await store()).keepProfile(...given),
    signOut: async (...given) => (await store()).signOut(...given),
    close: () =>
      void opened?.then(
        (kept) => kept.close(),
        () => {},
      ),
  }
}
