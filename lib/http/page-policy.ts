// The one header that differs per page. The headers of every answer are in security-headers.ts.

/**
 * Returns the content security policy of a page. `nonce` is base64, new for each answer. In development, Next evaluates
 * code and React adds inline styles, which the policy of a build refuses.
 */
export function pagePolicy(nonce: string, { dev }: { dev: boolean }): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`, // sizes in charts
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'${dev ? ' blob:' : ''}`,
    `manifest-src 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    ...(dev ? [] : [`require-trusted-types-for 'script'`, 'trusted-types nextjs default']),
  ].join('; ')
}
