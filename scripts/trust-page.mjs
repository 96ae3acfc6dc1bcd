// Makes the page that shows how to trust a home, with its style in it. Run through tsx, after the build, whose fonts it uses.
import { writeFileSync } from 'node:fs'
import { trustPage } from '../components/trust/trust-page.ts'
import { trustPolicy } from '../lib/at-home/trust-template.ts'
import { bundled, faces, hashOf } from './inlined.mjs'
import { trustPageFile } from './prepare.mjs'

const style = `${faces()}${bundled('trust/trust.css')}`
const template = {
  pages: { name: trustPage({ style, by: 'name' }), address: trustPage({ style, by: 'address' }) },
  policy: trustPolicy(hashOf(style)),
}
writeFileSync(trustPageFile, JSON.stringify(template))
