// Pages only: headers for this answer. It decides nothing about who may see what; pages and handlers do, each for itself.
import { NextResponse, type NextRequest } from 'next/server'
import { pagePolicy } from '@/lib/http/page-policy'
import { running } from '@/lib/running'
import { seams } from '@/lib/seams'

export function proxy(request: NextRequest): NextResponse {
  const { dev = false } = running()
  const nonce = Buffer.from(seams().random(16)).toString('base64')
  const policy = pagePolicy(nonce, { dev })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy) // Next takes the nonce of its own scripts from here
  headers.set('x-nonce', nonce)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('content-security-policy', policy)
  return answer
}

export const config = { matcher: ['/((?!api/|api$|_next/|icon\\.svg$).*)'] }
