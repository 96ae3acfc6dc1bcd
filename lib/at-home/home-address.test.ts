import { expect, test } from 'vitest'
import { readEnv } from '../env'
import { temporaryFolder } from '../testing/temporary-folder'
import { addressOfName, namesToTry, readAddress, readKept, refuseSettings, writeKept } from './home-address'

test.each([
  ['https://fivefold.local:3443', 'fivefold.local', 3443, 'fivefold'],
  ['https://ours.local', 'ours.local', 443, 'ours'],
  ['https://a.b.local', 'a.b.local', 443, null],
  ['https://192.168.1.20:3443', '192.168.1.20', 3443, null],
  ['https://[fd00::2]:8443', 'fd00::2', 8443, null],
  ['https://fivefold.fritz.box:3443', 'fivefold.fritz.box', 3443, null],
])('%s is taken apart', (origin, host, port, announced) => {
  expect(readAddress(origin)).toEqual({ origin, host, port, announced })
})

test('a new home has a name and a port that stay', () => {
  expect(addressOfName('fivefold').origin).toBe('https://fivefold.local:3443')
  const names = namesToTry()
  expect([names.next().value, names.next().value, names.next().value]).toEqual(['fivefold', 'fivefold-2', 'fivefold-3'])
})

test.each([
  [{ APP_URL: 'http://fivefold.local:3443' }, /^APP_URL is http:.* --home serves https alone/],
  [{ APP_URL: 'https://localhost:3443' }, /^APP_URL is https:\/\/localhost:3443, which leads each device to itself/],
  [{ APP_URL: 'https://127.0.0.1:3443' }, /which leads each device to itself/],
  [{ APP_URL: 'https://home.local:3000' }, /^PORT and APP_URL both name port 3000: .*PORT=3080\.$/],
  [{ PORT: '3443' }, /^PORT is 3443, the port of the https address/],
  [{ TRUST_PROXY_HOPS: '1' }, /^TRUST_PROXY_HOPS is for a proxy in front/],
])('%j is refused in words', (variables, words) => {
  expect(() => refuseSettings(readEnv(variables))).toThrow(words)
})

test.each([
  {},
  { APP_URL: 'https://192.168.1.20:3443' },
  { PORT: '80', APP_URL: 'https://home.local' },
  { DATABASE_URL: 'postgres://me:word@db/fivefold' },
])('%j goes with --home', (variables) => {
  expect(() => refuseSettings(readEnv(variables))).not.toThrow()
})

test('what is kept is found again', () => {
  const data = temporaryFolder()
  expect(readKept(data, 'name')).toBeNull()
  writeKept(data, 'name', 'fivefold-2')
  expect([readKept(data, 'name'), readKept(data, 'address')]).toEqual(['fivefold-2', null])
})
