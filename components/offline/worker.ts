// The service worker. It does one thing: where a page can't be reached, it answers with a page that says so
// (unreached-page.ts), which is part of this file. It stores nothing, and whatever the server answers is the answer.
//
// To withdraw it, let it do nothing but `activate`: registration.unregister(). A missing file would leave it as it is.

/** What the types of the browser's window leave out, and what they do not know yet. */
type Waiting = Event & Readonly<{ waitUntil: (work: Promise<unknown>) => void }>
type Installing = Waiting & Readonly<{ addRoutes?: (rules: readonly object[]) => Promise<void> }>
type Fetching = Waiting &
  Readonly<{
    request: Request
    preloadResponse: Promise<Response | undefined>
    respondWith: (answer: Promise<Response>) => void
  }>
type WorkerScope = Readonly<{
  registration: ServiceWorkerRegistration
  skipWaiting: () => Promise<void>
  addEventListener: {
    (kind: 'install', run: (event: Installing) => void): void
    (kind: 'activate', run: (event: Waiting) => void): void
    (kind: 'fetch', run: (event: Fetching) => void): void
  }
}>

/** Put in by scripts/worker.mjs. */
declare const UNREACHED: Readonly<{ page: string; headers: Readonly<Record<string, string>> }>

const worker = self as unknown as WorkerScope

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting()) // it holds nothing that an open page could need
  // where a browser knows such rules, nothing but pages comes here
  event.addRoutes?.([{ condition: { not: { requestMode: 'navigate' } }, source: 'network' }]).catch(() => {})
})

worker.addEventListener('activate', (event) => {
  // the browser asks for a page while this starts: no page is slower
  event.waitUntil(worker.registration.navigationPreload?.enable() ?? Promise.resolve())
})

worker.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(reach(event).catch(unreached))
})

const reach = async ({ preloadResponse, request }: Fetching): Promise<Response> =>
  (await preloadResponse) ?? fetch(request)

const unreached = () => new Response(UNREACHED.page, { status: 503, headers: UNREACHED.headers })

export {}
