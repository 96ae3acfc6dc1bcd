import { isMarked, setMark } from '@/lib/local-marks'

const ASKED = 'keep-asked'

/**
 * Asks the browser once not to clear this site's storage, which some do after a week without a visit. Call it when the
 * store holds something that exists nowhere else: some browsers ask the person.
 */
export function requestPersistence(): void {
  if (isMarked(ASKED) || !('storage' in navigator) || !('persist' in navigator.storage)) return
  setMark(ASKED, true)
  void navigator.storage.persist().catch(() => {})
}
