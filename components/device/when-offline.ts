// Loaded late, on the pages of a signed-in person: a line while the network is gone, and the service worker.
import { offlineMessages } from '@/lib/messages/rooms/offline'
import { translate } from '@/lib/messages/translate'
import { WORKER_PATH } from '@/lib/worker-path'

/**
 * Says that the network is gone, for as long as it is, over the page and without moving it. Not where the server is
 * reached all the same, such as one on this computer.
 */
export function watchNetwork(): void {
  const line = document.createElement('div')
  line.setAttribute('role', 'status')
  line.className = 'no-print offline-line'
  document.body.append(line) // before it says something, so that it is read out
  const tell = async () => {
    if (navigator.onLine) return line.replaceChildren()
    const isReached = await fetch('/api/health', { cache: 'no-store' }).then(
      () => true,
      () => false,
    )
    if (!isReached && !navigator.onLine)
      line.textContent = translate(document.documentElement.lang, offlineMessages)('line')
  }
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  void tell()
}

/** Has this browser show our own page where one can't be reached. Where it can't, all is as it was. */
export const keepWorker = (): void => void navigator.serviceWorker?.register(WORKER_PATH).catch(() => {})

/** Removes that again: signing out leaves nothing of it. */
export async function removeWorker(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? []
  await Promise.allSettled(registrations.map((registration) => registration.unregister()))
}
