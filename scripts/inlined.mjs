// What pages with their style and script inside share: the worker's and the one that shows how to trust a home.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'
import { at } from './child.mjs'

/** A file of `components` and all that it imports, as one text. */
export const bundled = (file, more = {}) =>
  buildSync({
    entryPoints: [at('components', file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    ...more,
  }).outputFiles[0].text.trim()

/** The rules of the build's style sheets that define the faces of the two upright fonts. */
export function faces() {
  const folder = at('.next', 'static', 'chunks')
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
  return sheets
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').match(/@font-face\{[^}]*\}/g) ?? [])
    .filter((rule) => /font-family:(newsreader|figtree)( Fallback)?;/.test(rule))
    .map((rule) => rule.replaceAll('url(../media/', 'url(/_next/static/media/'))
    .join('')
}

/** The source of a content security policy that allows this text alone. */
export const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
