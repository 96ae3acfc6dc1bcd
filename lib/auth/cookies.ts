import { running } from '@/lib/running'

// `__Host-` and Secure on https; a plain name on http://localhost, where Safari refuses Secure.
const isHttps = (): boolean => running().origins[0]?.startsWith('https:') ?? false

export const cookieNames = () => {
  const prefix = isHttps() ? '__Host-' : ''
  return {
    session: `${prefix}fivefold-session`,
    csrf: `${prefix}fivefold-csrf`,
    device: `${prefix}fivefold-device`,
  } as const
}

/** A Set-Cookie line: HttpOnly, SameSite=Lax, for the whole site; `seconds` absent means until the browser closes, 0 removes. */
export function cookieLine(name: string, value: string, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}${age}`
}

/** The value of a cookie in a request's headers, or null. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const separator = part.indexOf('=')
    if (separator > 0 && part.slice(0, separator).trim() === name) return part.slice(separator + 1).trim()
  }
  return null
}

/** The session's secret that a request carries: 32 random bytes as base64url, or null. */
export function sessionSecret(headers: Headers): string | null {
  const value = readCookie(headers, cookieNames().session)
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null
}
