// The one header that differs from page to page. What every answer carries is in security-headers.ts.

/**
 * The content security policy of one page. `nonce` is base64, new for each answer. While developing, Next evaluates code and React
 * writes into the page, which the policy of what is built refuses.
 */
export function pagePolicy(nonce: string, { dev }: { dev: boolean }): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`, // the measures of charts
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
