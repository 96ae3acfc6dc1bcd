// Makes the service worker: one file, with the page in it that it answers with. Run through tsx, after the build, whose
// fonts that page uses: a browser has them already, and where it has not, the next face of the list is shown.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { buildSync } from 'esbuild'
import { unreachedPage } from '../components/offline/unreached-page.ts'
import { securityHeaders } from '../lib/http/security-headers.ts'
import { unreachedPolicy } from '../lib/http/unreached-policy.ts'
import { at } from './child.mjs'
import { workerFile } from './prepare.mjs'

const bundled = (file, more = {}) =>
  buildSync({
    entryPoints: [at('components', 'offline', file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    ...more,
  }).outputFiles[0].text.trim()

/** The rules of the build's style sheets that define the faces of the two upright fonts. */
function faces() {
  const folder = at('.next', 'static', 'chunks')
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
  return sheets
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').match(/@font-face\{[^}]*\}/g) ?? [])
    .filter((rule) => /font-family:(newsreader|figtree)( Fallback)?;/.test(rule))
    .map((rule) => rule.replaceAll('url(../media/', 'url(/_next/static/media/'))
    .join('')
}

const icon = /\.icon-door-open (\{[^}]*\})/.exec(readFileSync(at('app', 'icons.css'), 'utf8'))?.[1]
const style = `${faces()}.icon${icon}${bundled('unreached.css')}`
const script = bundled('unreached-script.ts')
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const headers = {
  ...securityHeaders('http://localhost'), // how a page travels is for the server to say
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': unreachedPolicy({ style: hashOf(style), script: hashOf(script) }),
  'cache-control': 'no-store',
}
const define = { UNREACHED: JSON.stringify({ page: unreachedPage({ style, script }), headers }) }
writeFileSync(workerFile, bundled('worker.ts', { define }))
