import 'server-only'
import { headers } from 'next/headers'

/** The nonce of this page's scripts, for one that must run before the first paint. It is in the policy that `putPageHeaders` gives the request. */
export async function pageNonce(): Promise<string> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
}
