// Makes the service worker: one file, with the page in it that it answers with. Run through tsx, after the build, whose
// fonts that page uses: a browser has them already, and where it has not, the next face of the list is shown.
import { readFileSync, writeFileSync } from 'node:fs'
import { unreachedPage } from '../components/offline/unreached-page.ts'
import { securityHeaders } from '../lib/http/security-headers.ts'
import { unreachedPolicy } from '../lib/http/unreached-policy.ts'
import { at } from './child.mjs'
import { bundled, faces, hashOf } from './inlined.mjs'
import { workerFile } from './prepare.mjs'

const icon = /\.icon-door-open (\{[^}]*\})/.exec(readFileSync(at('app', 'icons.css'), 'utf8'))?.[1]
const style = `${faces()}.icon${icon}${bundled('offline/unreached.css')}`
const script = bundled('offline/unreached-script.ts')

const headers = {
  ...securityHeaders('http://localhost'), // how a page travels is for the server to say
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': unreachedPolicy({ style: hashOf(style), script: hashOf(script) }),
  'cache-control': 'no-store',
}
const define = { UNREACHED: JSON.stringify({ page: unreachedPage({ style, script }), headers }) }
writeFileSync(workerFile, bundled('offline/worker.ts', { define }))
