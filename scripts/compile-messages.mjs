// A loader for `next build` and `next dev`. It parses the ICU messages once, so that no browser loads their parser (9 kB) or does its
// work. The browser keeps `use-intl/format-message/format-only`, which next.config.js names.
import compile from 'icu-minify/compile'

/** @param {string} source a file of lib/messages/<language>: one plain object */
export default async function compileMessages(source) {
  const { default: messages } = await import(`data:text/javascript,${encodeURIComponent(source)}`)
  return `export default ${JSON.stringify(compiled(messages))}`
}

const compiled = (tree) =>
  typeof tree === 'string'
    ? compile(tree)
    : Object.fromEntries(Object.entries(tree).map(([key, below]) => [key, compiled(below)]))
