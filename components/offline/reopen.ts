/** How long until the server is asked first, and at most between two times, in ms. */
const FIRST = 3_000
const MOST = 30_000

/** The wait after a time without an answer: half as long again, up to half a minute. */
export const nextWait = (wait: number): number => Math.min(MOST, wait * 1.5)

type Reopening = Readonly<{
  /** Whether the server answers. */
  answers: () => Promise<boolean>
  reopen: () => void
}>

/**
 * Opens the page again as soon as the server answers. Asks now and then while the page is in sight, and at once when
 * the network is back or the page comes to the front. Returns what ends that.
 */
export function reopenOnAnswer({ answers, reopen }: Reopening): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let ended = false
  let wait = FIRST
  const later = () => {
    clearTimeout(timer)
    if (!ended) timer = setTimeout(ask, wait)
  }
  async function ask() {
    if (asking || ended || document.visibilityState !== 'visible') return
    asking = true
    const isBack = await answers()
    asking = false
    if (ended) return
    if (isBack) return reopen()
    wait = nextWait(wait)
    later()
  }
  const askNow = () => {
    wait = FIRST
    void ask()
  }
  later()
  window.addEventListener('online', askNow)
  document.addEventListener('visibilitychange', askNow)
  return () => {
    ended = true
    clearTimeout(timer)
    window.removeEventListener('online', askNow)
    document.removeEventListener('visibilitychange', askNow)
  }
}
