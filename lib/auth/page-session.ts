import 'server-only'
import { cookies } from 'next/headers'
import { cookieNames } from './cookies'

/** Reads the session's secret from a page's request, or null. */
export async function readPageSession(): Promise<string | null> {
  const value = (await cookies()).get(cookieNames().session)?.value
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null
}

/** Whether this device is locked: its pages then show only the phrase field. */
export async function isPageLocked(): Promise<boolean> {
  return (await cookies()).get('locked')?.value === '1'
}
