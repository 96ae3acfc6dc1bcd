import 'server-only'
import { cookies } from 'next/headers'
import { cookieNames } from './cookies'

/** The session's secret of a page's request, or null. */
export async function readPageSession(): Promise<string | null> {
  const value = (await cookies()).get(cookieNames().session)?.value
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null
}

/** Whether this device was locked or hidden and what that asks for has not been done yet: its pages show the phrase field alone. */
export async function isPageLocked(): Promise<boolean> {
  return (await cookies()).get('locked')?.value === '1'
}
