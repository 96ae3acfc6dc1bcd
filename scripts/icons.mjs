// Writes app/icons.css: the icons that screens use, from the shapes of lucide. Run `node scripts/icons.mjs` after a change to
// components/ui/icon-names.ts; a test says when the two differ.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from './child.mjs'

const attributes = (all) =>
  Object.entries(all)
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => ` ${name}='${value}'`)
    .join('')

/** One icon as the text of a data: address; what must be escaped in one inside double quotes is. */
async function shapeOf(name) {
  const file = at('node_modules', 'lucide-react', 'dist', 'esm', 'icons', `${name}.mjs`)
  const { __iconData: icon } = await import(pathToFileURL(file).href)
  const drawn = icon.node.map(([tag, all]) => `<${tag}${attributes(all)}/>`).join('')
  const look = "fill='none' stroke='black' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'"
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' ${look}>${drawn}</svg>`
  return svg.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')
}

/** The whole of app/icons.css for these names. */
export async function iconsCss(names) {
  const rules = await Promise.all(
    names.map(async (name) => `.icon-${name} {\n  --shape: url("data:image/svg+xml,${await shapeOf(name)}");\n}\n`),
  )
  return `/* Made by scripts/icons.mjs from lucide-react: ISC License, Copyright (c) Lucide Icons and Contributors, lucide.dev. */\n${rules.join('')}`
}

export const iconsFile = path.join('app', 'icons.css')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = [...readFileSync(at('components', 'ui', 'icon-names.ts'), 'utf8').matchAll(/^ {2}'([\w-]+)',$/gm)]
  writeFileSync(at(iconsFile), await iconsCss(names.map(([, name]) => name)))
}
