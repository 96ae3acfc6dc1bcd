import 'server-only'

/** One line of JSON on standard error: a request's id, its route's pattern and what failed; never an address, an id or a text. */
export function logFailure(requestId: string, route: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error
  const { code, clientVersion: _, ...rest } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; clientVersion?: unknown; stack?: unknown }
  void rest
  const at = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim()) : []
  console.error(JSON.stringify({ level: 'error', requestId, route, name, code, at }))
}
