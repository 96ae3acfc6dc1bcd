import type { Server as HttpServer } from 'node:http'
import { setEnv } from '../env.ts'
import { putRunning, type Running } from '../running.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { setAddressHeader } from './client-address.ts'
import { refuseFile } from './file-request.ts'
import { stopOnFailure } from './last-resort.ts'
import type { HttpServers } from './listen.ts'
import { putPageHeaders } from './page-headers.ts'
import { refusePage } from './page-rate.ts'
import { readablePath } from './readable-path.ts'
import { beforeStop } from './stopping.ts'
import { answerUnavailable } from './unavailable-page.ts'
import { serveWorker } from './worker-file.ts'

/** Loads Next into this process and lets it answer. Put the seams before this. */
export async function serveApp({
  root,
  dev,
  listening,
  running,
}: {
  root: string
  dev: boolean
  listening: HttpServers
  running: Running
}): Promise<void> {
  putRunning(running)
  setEnv('NEXTAUTH_URL', running.origins[0] ?? '') // next-auth reads its address from here alone
  if (!dev) stopOnFailure() // in development the page shows the error, and the process goes on
  // Where tsx runs, it turned source maps on, and Node would keep the map of every built file in memory. `failureLine` reads the maps it needs.
  if (!dev) process.setSourceMapsEnabled(false)
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, httpServer: listening.server as HttpServer })
  await app.prepare()
  beforeStop('web', async () => {
    await listening.close()
    await app.close()
  })
  const answer = app.getRequestHandler()
  const answerWorker = dev ? () => false : serveWorker(root)
  listening.answerWith(
    (request, response) => {
      setAddressHeader(request, running.trustProxyHops)
      request.url = readablePath(request.url ?? '/')
      if (answerWorker(request, response) || refuseFile(request, response) || refusePage(request, response)) return
      putPageHeaders(request, response, { dev })
      answerUnavailable(response)
      return answer(request, response)
    },
    securityHeaders(running.origins[0] ?? '', { home: running.home }),
  )
}
