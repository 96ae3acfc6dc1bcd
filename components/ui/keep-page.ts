// Keeps the page where the next one can't be fetched. Next.js would then load its address, and so replace the page, with
// all that stands on it, by the browser's own error.

/** The header by which Next.js asks for what a page shows, instead of its document. */
const PAGE_HEADER = 'rsc'

/** What a proxy answers for a server that can't be reached. */
const NOT_REACHED = [502, 504]

/**
 * `fetch`, except that a request for a page which can't be reached never ends: it calls `onLost` instead. A request that
 * was aborted fails as before, and so does every other request.
 */
export const guardPageFetch =
  (fetchNow: typeof fetch, onLost: (asked: string) => void): typeof fetch =>
  async (input, init) => {
    const headers = init?.headers
    const asksForPage = headers !== undefined && new Headers(headers).has(PAGE_HEADER)
    try {
      const answer = await fetchNow(input, init)
      if (!asksForPage || !NOT_REACHED.includes(answer.status)) return answer
    } catch (error) {
      if (!asksForPage || init?.signal?.aborted) throw error
    }
    onLost(input instanceof Request ? input.url : String(input))
    return new Promise(() => {})
  }

/** The path and search of an address, without what Next.js adds. */
const pageOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, location.href)
  searchParams.delete('_rsc')
  return `${pathname}?${searchParams}`
}

/** From now on, a link or a refresh that fails leaves the page as it is. `onKept` is called for a link. */
export function keepPage(onKept: () => void): () => void {
  const { fetch: fetchNow } = window
  let isLeaving = false
  let isFreeing = false
  const leave = () => (isLeaving = true)
  window.fetch = guardPageFetch(fetchNow, (asked) => {
    if (isLeaving || document.documentElement.hasAttribute('data-covered')) return
    if (pageOf(asked) !== pageOf(location.href)) onKept()
    else if (isFreeing) return
    // Nothing may wait behind the request that never ends: the router goes back to the page that is shown.
    isFreeing = true
    setTimeout(() => {
      // without its own mark, so that the router takes it for a change; what a page keeps in its entry stays
      const { __NA: _, ...kept } = history.state as Record<string, unknown>
      history.replaceState(kept, '', location.href)
      setTimeout(() => (isFreeing = false), 1000)
    })
  })
  window.addEventListener('pagehide', leave)
  return () => {
    window.fetch = fetchNow
    window.removeEventListener('pagehide', leave)
  }
}
