import 'server-only'
import NextAuth, { type AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { NextRequest } from 'next/server'
import { endSessionBySecret, findPersonOfSession, signInWith, type NewSession } from '@/lib/accounts/doors'
import type { postSignIn } from '@/lib/accounts/contract'
import type { Input } from '@/lib/http/contract'
import { networkOf } from '@/lib/http/client-address'
import { Problem } from '@/lib/http/problem'
import { running } from '@/lib/running'
import { formatCookie, cookieNames, readCookie, readSessionSecret } from './cookies'
import { keyedHash } from './keyed-hash'
import { onlyMeSeconds } from './session-use'

// next-auth handles the protocol of signing in. The cookie holds only the session's secret, so that no request decrypts
// anything and the session's row decides. Its pages, redirects and other actions are not reachable.

type SignInOutcome = { signedIn: NewSession | null; refusal: unknown }

function options(headers: Headers, outcome: SignInOutcome): AuthOptions {
  const names = cookieNames()
  const secure = names.session.startsWith('__Host-')
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    secret: keyedHash('next-auth', 'secret').toString('base64url'),
    debug: false,
    logger: { error: () => {}, warn: () => {}, debug: () => {} }, // refusals are answers, not log lines
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: onlyMeSeconds },
    cookies: {
      sessionToken: { name: names.session, options: cookie },
      csrfToken: { name: names.csrf, options: cookie },
    },
    jwt: {
      encode: async ({ token }) => String(token?.['secret'] ?? ''),
      decode: async ({ token }) => (token && (await findPersonOfSession(token)) ? { secret: token } : null),
    },
    providers: [
      Credentials({
        credentials: { email: {}, authKey: {}, otherAuthKey: {}, onlyMe: {}, label: {} },
        authorize: async (input) => {
          try {
            outcome.signedIn = await signInWith({
              email: input?.email ?? '',
              authKeys: [input?.authKey, input?.otherAuthKey].flatMap((key) => (key ? [key] : [])),
              label: input?.label ?? '',
              onlyMe: input?.onlyMe === 'true',
              network: networkOf(headers),
              deviceSecret: readCookie(headers, cookieNames().device),
            })
            return { id: outcome.signedIn.personId, secret: outcome.signedIn.sessionSecret }
          } catch (error) {
            outcome.refusal = error
            return null
          }
        },
      }),
    ],
    callbacks: { jwt: ({ token, user }) => (user ? { secret: (user as { secret?: string }).secret ?? '' } : token) },
  }
}

type AuthAction = 'csrf' | 'callback/credentials' | 'signout'

async function callNextAuth(
  action: AuthAction,
  headers: Headers,
  body: Record<string, string> | null,
  outcome: SignInOutcome,
): Promise<Response> {
  const inner = new Headers(headers)
  inner.delete('content-length')
  const address = new URL(`/api/auth/${action}`, running().origins[0])
  const request = new NextRequest(address, {
    method: body ? 'POST' : 'GET',
    headers: inner,
    ...(body && { body: JSON.stringify({ ...body, json: 'true' }) }),
  })
  return NextAuth(
    request,
    { params: Promise.resolve({ nextauth: action.split('/') }) },
    options(headers, outcome),
  ) as Promise<Response>
}

// next-auth answers a wrong token with status 200 and `csrf=true` in its url.
async function refuseWrongToken(answer: Response): Promise<void> {
  const { url } = (await answer.json()) as { url?: string }
  if (url?.includes('csrf=true')) throw new Problem('csrf')
}

/** Makes a token for signing in and out, and sets its cookie. */
export async function makeCsrfToken(
  headers: Headers,
  setCookie: (line: string) => void,
): Promise<{ csrfToken: string }> {
  const answer = await callNextAuth('csrf', headers, null, { signedIn: null, refusal: null })
  for (const line of answer.headers.getSetCookie()) if (line.startsWith(`${cookieNames().csrf}=`)) setCookie(line)
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  return { csrfToken }
}

/**
 * Signs in, and sets the cookies of the session (until the browser closes, on a shared device) and of the known device.
 * Throws `csrf`, and what `signInWith` throws.
 */
export async function signInThrough(
  headers: Headers,
  input: Input<typeof postSignIn>,
  setCookie: (line: string) => void,
): Promise<void> {
  const outcome: SignInOutcome = { signedIn: null, refusal: null }
  const answer = await callNextAuth(
    'callback/credentials',
    headers,
    { ...input, otherAuthKey: input.otherAuthKey ?? '', onlyMe: String(input.onlyMe) },
    outcome,
  )
  if (outcome.refusal) throw outcome.refusal
  await refuseWrongToken(answer)
  if (!outcome.signedIn) throw new Problem('not-known')
  const { sessionSecret: secret, deviceSecret, deviceSeconds } = outcome.signedIn
  setCookie(
    input.onlyMe
      ? formatCookie(cookieNames().session, secret, onlyMeSeconds)
      : formatCookie(cookieNames().session, secret),
  )
  setCookie(formatCookie(cookieNames().device, deviceSecret, deviceSeconds))
}

/** Ends the session of the request's cookie, and clears the cookie. Throws `csrf`. */
export async function signOutThrough(
  headers: Headers,
  input: { csrfToken: string },
  setCookie: (line: string) => void,
): Promise<void> {
  await refuseWrongToken(await callNextAuth('signout', headers, input, { signedIn: null, refusal: null }))
  const secret = readSessionSecret(headers)
  if (secret) await endSessionBySecret(secret)
  setCookie(formatCookie(cookieNames().session, '', 0))
}
