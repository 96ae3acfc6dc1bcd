import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconsCss, iconsFile } from '@/scripts/icons.mjs'
import { iconNames } from './icon-names'

test('app/icons.css holds every icon, as scripts/icons.mjs makes them', async () => {
  expect(readFileSync(iconsFile, 'utf8')).toBe(await iconsCss(iconNames))
})

test('every icon is used and listed once', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app', 'components'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file.endsWith('.tsx'))
  const texts = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  expect(iconNames.filter((name) => !texts.includes(`"${name}"`) && !texts.includes(`'${name}'`))).toEqual([])
  expect(new Set(iconNames).size).toBe(iconNames.length)
})
