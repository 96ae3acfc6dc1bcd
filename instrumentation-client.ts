// Next hands plain strings to script.src and to Worker(). Under Trusted Types only the files of our own build may pass.
type Factory = { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown }

const { trustedTypes } = globalThis as { trustedTypes?: Factory }

trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href)
    if (origin === location.origin && pathname.startsWith('/_next/static/')) return url
    throw new TypeError(`Not one of our scripts: ${url}`)
  },
})
