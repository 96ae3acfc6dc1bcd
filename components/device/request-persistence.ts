import { isMarked, setMark } from '@/lib/local-marks'

const ASKED = 'keep-asked'

/**
 * Asks the browser, once and no more, to keep what lies here for good, where some empty a site's storage after a week without a
 * visit. Asked when something lies here that is nowhere else: some browsers put the question to the person.
 */
export function requestPersistence(): void {
  if (isMarked(ASKED) || !('storage' in navigator) || !('persist' in navigator.storage)) return
  setMark(ASKED, true)
  void navigator.storage.persist().catch(() => {})
}
