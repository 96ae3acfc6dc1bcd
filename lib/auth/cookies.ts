import { running } from '../running.ts'

// `__Host-` and Secure on https; a plain name on http://localhost, where Safari refuses Secure.
const isHttps = (): boolean => running().origins[0]?.startsWith('https:') ?? false

/** The names of the cookies on this origin. */
export const cookieNames = () => {
  const prefix = isHttps() ? '__Host-' : ''
  return {
    session: `${prefix}fivefold-session`,
    csrf: `${prefix}fivefold-csrf`,
    device: `${prefix}fivefold-device`,
  } as const
}

/**
 * Formats a Set-Cookie line: HttpOnly, SameSite=Lax, for the whole site. Without `seconds` until the browser closes; 0
 * removes it.
 */
export function formatCookie(name: string, value: string, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}${age}`
}

/** Reads a cookie from a request's headers, or null. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const separator = part.indexOf('=')
    if (separator > 0 && part.slice(0, separator).trim() === name) return part.slice(separator + 1).trim()
  }
  return null
}

/** Reads the session's secret from a request's headers: 32 random bytes as base64url, or null. */
export function readSessionSecret(headers: Headers): string | null {
  const value = readCookie(headers, cookieNames().session)
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null
}
