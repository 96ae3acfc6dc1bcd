import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { seams } from '../seams'
import { temporaryFolder } from '../testing/temporary-folder'
import { keepCertificates } from './kept-certificates'

const DAY = 86_400_000
const now = seams().now()
const later = (days: number) => new Date(now.getTime() + days * DAY)
const host = 'fivefold.local'
let data: string
beforeEach(() => {
  data = temporaryFolder()
})

test('the first start makes both, and the next one finds them', async () => {
  const first = await keepCertificates(data, host, now)
  expect(first.isNewAuthority).toBe(true)
  expect(await keepCertificates(data, host, later(1))).toEqual({ ...first, isNewAuthority: false })
})

test('nobody else on the computer can read the keys', async () => {
  await keepCertificates(data, host, now)
  const folder = path.join(data, 'home', host)
  expect(readdirSync(folder).sort()).toEqual(['authority.pem', 'server.pem'])
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const file of readdirSync(folder)) expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600)
})

test('a certificate that ends soon is renewed under the same authority', async () => {
  const first = await keepCertificates(data, host, now)
  const renewed = await keepCertificates(data, host, later(350))
  expect(renewed.authority).toEqual(first.authority)
  expect(renewed.isNewAuthority).toBe(false)
  expect(renewed.server.certificate).not.toBe(first.server.certificate)
  expect(await keepCertificates(data, host, later(351))).toEqual(renewed)
})

test('an authority that ends soon is made anew, with what it signs', async () => {
  const first = await keepCertificates(data, host, now)
  const anew = await keepCertificates(data, host, later(3600))
  expect(anew.isNewAuthority).toBe(true)
  expect(anew.authority.certificate).not.toBe(first.authority.certificate)
  expect(anew.server.certificate).not.toBe(first.server.certificate)
})

test('another address has an authority of its own, and the way back finds the first', async () => {
  const first = await keepCertificates(data, host, now)
  const other = await keepCertificates(data, 'fd00::2', now)
  expect(other.authority.certificate).not.toBe(first.authority.certificate)
  expect((await keepCertificates(data, host, now)).authority).toEqual(first.authority)
})

test('two starts at once keep one authority', async () => {
  const [first, second] = await Promise.all([keepCertificates(data, host, now), keepCertificates(data, host, now)])
  expect(first.authority).toEqual(second.authority)
})

test('what is no certificate is said, with what to do, and is not overwritten', async () => {
  const folder = path.join(data, 'home', host)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'authority.pem'), 'half')
  await expect(keepCertificates(data, host, now)).rejects.toThrow(
    `${folder}/authority.pem does not contain a key and its certificate: restore it from a copy, or remove ${folder}; each device then has to trust the new authority.`,
  )
  expect(readFileSync(path.join(folder, 'authority.pem'), 'utf8')).toBe('half')
})
