// Next passes plain strings to script.src and to Worker(). Under Trusted Types, this policy allows only files of our
// build and the service worker.
type Factory = { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown }

const { trustedTypes } = globalThis as { trustedTypes?: Factory }

trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href)
    if (origin === location.origin && (pathname.startsWith('/_next/static/') || pathname === '/worker.js')) return url
    throw new TypeError(`Not one of our scripts: ${url}`)
  },
})
