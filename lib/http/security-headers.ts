// What every answer carries, whoever made it: a page, a file, the API, a refusal before anything of the app was asked.

/**
 * The headers of an answer of this home, by name in lower case; `origin` is the address that people open. Their policy is the one of
 * data, which shows and runs nothing: a page and a file of the build put their own in its place.
 */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  const transport = transportPolicy(origin)
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(transport && { 'strict-transport-security': transport }),
  }
}

/** Strict-Transport-Security covers every port of a name, so a name that only this home knows goes without. */
export function transportPolicy(origin: string): string | undefined {
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' || /(^|\.)(local|localhost)$/.test(hostname)) return undefined
  return 'max-age=31536000'
}
