import { useSyncExternalStore } from 'react'

const query = '(min-width: 56.25rem)'

function subscribe(told: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', told)
  return () => media.removeEventListener('change', told)
}

/** Whether there is room for two panes, where the rail stands too. False while the page is drawn on the server. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  )
