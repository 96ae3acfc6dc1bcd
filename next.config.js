import path from 'node:path'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  images: { unoptimized: true }, // The optimiser had security holes, and no picture needs it.
  outputFileTracingRoot: import.meta.dirname,
  // A page's code is loaded when it is first asked for: loading all of it at the start took from the first page.
  experimental: { preloadEntriesOnStart: false },
  typescript: { ignoreBuildErrors: true }, // `npm test` checks the types, so a start need not.
  turbopack: {
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
    rules: {
      '*.ts': {
        condition: { path: /^lib\/messages\/[a-z]{2}\/[a-z-]+\.ts$/ },
        loaders: [path.join(import.meta.dirname, 'scripts', 'compile-messages.mjs')],
        as: '*.js',
      },
    },
  },
  // A page names its icon late, since Next streams its metadata: a browser that does not wait asks for this address.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // lib/process sets the headers of every answer. A worker has the policy of its file: it may run its own chunks and
  // the WebAssembly that derives keys.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'",
        },
      ],
    },
  ],
}
