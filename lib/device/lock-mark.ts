import type { LockMark } from './device'

const YEAR = 31_536_000

const secure = () => (location.protocol === 'https:' ? '; secure' : '')

/** A cookie that the server reads, so that it sends a locked device empty pages. It holds nothing else. */
export const lockMark: LockMark = {
  isSet: () => /(?:^|;\s*)locked=1(?:;|$)/.test(document.cookie),
  // A browser may store a cookie late. Reading it makes sure that the next page and the other tabs see it.
  set: () => {
    document.cookie = `locked=1; path=/; max-age=${YEAR}; samesite=lax${secure()}`
    void document.cookie
  },
  clear: () => {
    document.cookie = `locked=; path=/; max-age=0; samesite=lax${secure()}`
  },
}
