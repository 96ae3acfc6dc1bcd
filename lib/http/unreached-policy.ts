/** Returns the content security policy of the page that a device shows by itself, whose style and script have these hashes. */
export const unreachedPolicy = ({ style, script }: Readonly<{ style: string; script: string }>): string =>
  [
    `default-src 'none'`,
    `script-src ${script}`,
    `style-src ${style}`,
    `img-src data:`, // the icon of *Hide*
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ')
