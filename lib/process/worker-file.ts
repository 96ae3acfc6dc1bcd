import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { WORKER_PATH } from '../worker-path.ts'

/** Answers a request for the service worker, and returns whether it was for it. */
type WorkerAnswer = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * Reads the service worker of the build at `root`. Browsers look for a newer one with each page that they load, so it is
 * never answered from a cache without asking, and one that has it gets a 304. Next would answer for a file under
 * `/_next/static` that it never changes.
 */
export function serveWorker(root: string): WorkerAnswer {
  const file = readFileSync(path.join(root, '.next', 'fivefold', 'worker.js'))
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`
  return (request, response) => {
    if (request.url !== WORKER_PATH || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    response.setHeader('content-security-policy', "default-src 'none'; connect-src 'self'; frame-ancestors 'none'")
    response.setHeader('cache-control', 'no-cache')
    response.setHeader('etag', etag)
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'content-length': file.length })
      response.end(request.method === 'HEAD' ? undefined : file)
    }
    return true
  }
}
