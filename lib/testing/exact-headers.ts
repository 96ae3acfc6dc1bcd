// The security headers that answers have, written out once more: by whom they are set is not asked here.

/** What every answer has at a public https address. */
export const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'strict-transport-security': 'max-age=31536000',
}

/** The policy of a page with this nonce. */
export const policyOfPage = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types nextjs default',
  ].join('; ')

/** The policy of a file of the build. */
export const policyOfFile = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'"

/** The policy of what is never a document. */
export const policyOfData = "default-src 'none'; frame-ancestors 'none'"

/** The policy of the service worker. */
export const policyOfWorker = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"
