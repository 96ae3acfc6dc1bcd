import { mkdtempSync, readdirSync, symlinkSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeDataFolder } from './data-folder'
import { refuseUnsafePath } from './shell-safe-path'

const parent = () => mkdtempSync(path.join(tmpdir(), 'fivefold-'))

test.each(['$', "'", '"', '`', '\\', '\n', '\u001b'])(
  'a data folder with %j in its path is refused with the reason, and not made',
  (sign) => {
    const above = parent()
    const folder = path.join(above, `da${sign}ta`, 'fivefold')
    expect(() => makeDataFolder(folder)).toThrow(
      /^The data folder ".*" has (a control character|.) in its path, which PostgreSQL can't use, because its pg_ctl passes the path to a shell: set DATA_DIR to another folder\.$/,
    )
    expect(readdirSync(above)).toEqual([])
  },
)

test('a link to such a folder is refused too', () => {
  const above = parent()
  mkdirSync(path.join(above, 'a$b'))
  symlinkSync(path.join(above, 'a$b'), path.join(above, 'plain'))
  expect(() => makeDataFolder(path.join(above, 'plain'), { asRoot: false })).toThrow('has $ in its path')
})

test('spaces, letters of any script and other signs are fine', () => {
  for (const name of ['my data', 'données', '日記', 'a&b', 'a;b', 'a(b)', 'a#b', 'a*b', 'a!b', '~a', '-a', 'a%b'])
    refuseUnsafePath(path.join('/home/noor', name), 'The data folder', 'move it')
})
