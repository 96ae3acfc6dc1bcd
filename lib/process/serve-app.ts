import { tellEnv } from '../env.ts'
import { putRunning, type Running } from '../running.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { tellAddress } from './client-address.ts'
import { stopOnFailure } from './last-resort.ts'
import type { HttpServers } from './listen.ts'
import { putPageHeaders } from './page-headers.ts'
import { beforeStop } from './stopping.ts'

/** Loads Next into this process and lets it answer. What is told in `running` and the seams must stand before this. */
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
  tellEnv('NEXTAUTH_URL', running.origins[0] ?? '') // next-auth reads its address nowhere else
  if (!dev) stopOnFailure() // a developer's mistake is shown in the page, and the process goes on
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, httpServer: listening.server })
  await app.prepare()
  beforeStop('web', async () => {
    await listening.close()
    await app.close()
  })
  const answer = app.getRequestHandler()
  listening.answerWith(
    (request, response) => {
      tellAddress(request, running.trustProxyHops)
      putPageHeaders(request, response, { dev })
      return answer(request, response)
    },
    securityHeaders(running.origins[0] ?? ''),
  )
}
