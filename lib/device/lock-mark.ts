import type { LockMark } from './device'

const YEAR = 31_536_000

const secure = () => (location.protocol === 'https:' ? '; secure' : '')

/** Readable by the server, so that a locked device's pages come without anything in them; it says nothing but that. */
export const lockMark: LockMark = {
  isSet: () => /(?:^|;\s*)locked=1(?:;|$)/.test(document.cookie),
  // A browser may keep a cookie a moment after it was written. Read back, it is there for the page that is loaded next and for the
  // tabs that are told next.
  set: () => {
    document.cookie = `locked=1; path=/; max-age=${YEAR}; samesite=lax${secure()}`
    void document.cookie
  },
  clear: () => {
    document.cookie = `locked=; path=/; max-age=0; samesite=lax${secure()}`
  },
}
