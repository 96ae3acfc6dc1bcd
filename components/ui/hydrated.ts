import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * False on the server and until React has hydrated the page. A form that is sent before would put what was typed into
 * the address, so submit buttons wait for it.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
