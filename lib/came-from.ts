// Where "back" leads: the page that a person came from, read from the history of the tab.

const MAIN = ['today', 'journal', 'week', 'lately', 'months', 'rituals', 'settings'] as const

/** A page to go back to: a main page by its key, or another page of the product, which has no short name. */
export type CameFrom = (typeof MAIN)[number] | 'page'

/** Forms and other flows below a main page. Nobody goes back to one that they have left. */
const FLOWS = [/\/(new|edit|share|terms)$/, /^\/settings\/./]

/** What lies behind a path, or null if no link leads back there: a flow, or a page from before signing in. */
export function cameFromOf(path: string): CameFrom | null {
  const [pathname = ''] = path.split('?')
  if (FLOWS.some((flow) => flow.test(pathname))) return null
  const [, first = '', ...rest] = pathname.split('/')
  const main = MAIN.find((key) => key === first)
  if (main && (rest.length === 0 || main === 'week')) return main
  return main || first === 'plans' ? 'page' : null
}

/**
 * The nearest earlier entry of the history that is another page, as the number of steps back and its path with its
 * query; null if
 * there is none. `urls` are the entries before the present one, oldest first.
 */
export function previousPage(
  urls: readonly (string | null)[],
  present: string,
): Readonly<{ steps: number; path: string }> | null {
  for (let place = urls.length - 1; place >= 0; place--) {
    const url = urls[place]
    if (!url) return null
    const { pathname, search } = new URL(url)
    if (pathname !== present) return { steps: urls.length - place, path: pathname + search }
  }
  return null
}
