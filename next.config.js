import path from 'node:path'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  images: { unoptimized: true }, // the optimiser had holes, and no picture here needs it
  outputFileTracingRoot: import.meta.dirname,
  typescript: { ignoreBuildErrors: true }, // npm test checks the types; a start needn't wait for that
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
  // The headers of every answer are set by lib/process; a worker lives under the policy of its own file: WebAssembly for the key
  // derivation, its own chunks, nothing else.
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
