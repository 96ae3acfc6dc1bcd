// The headers of every answer: of pages, files, the API, and refusals before the app is called.

/**
 * Returns the headers of an answer, by name in lower case. `origin` is the address that people open. The content
 * security policy is for data, which renders and runs nothing; pages and files of the build replace it with their own.
 */
export function securityHeaders(
  origin: string,
  { home = false }: Readonly<{ home?: boolean | undefined }> = {},
): Readonly<Record<string, string>> {
  // a home has a page over http at the same name, which this header would hide
  const transport = home ? undefined : transportPolicy(origin)
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

/**
 * Returns Strict-Transport-Security for a public https name. It covers every port of a name, so local names have none.
 */
export function transportPolicy(origin: string): string | undefined {
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' || /(^|\.)(local|localhost)$/.test(hostname)) return undefined
  return 'max-age=31536000'
}
