import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readEnv, variableNames } from './env'

test('nothing has to be set', () => {
  expect(readEnv({})).toEqual({ PORT: 3000, TRUST_PROXY_HOPS: 0 })
  expect(readEnv({ PORT: '', APP_URL: ' ' })).toEqual(readEnv({}))
})

test('what is set is read as what it is', () => {
  expect(
    readEnv({
      PORT: '8080',
      APP_URL: 'https://fivefold.example/',
      DATABASE_URL: 'postgres://me:word@db/fivefold',
      TRUST_PROXY_HOPS: '1',
    }),
  ).toMatchObject({
    PORT: 8080,
    APP_URL: 'https://fivefold.example',
    DATABASE_URL: 'postgres://me:word@db/fivefold',
    TRUST_PROXY_HOPS: 1,
  })
})

test.each([
  ['PORT', 'three', 'PORT is "three": it should be a whole number from 0 to 65535'],
  ['PORT', '65536', 'PORT is "65536"'],
  ['PORT', '-1', 'PORT is "-1"'],
  ['HOST', 'a b', 'HOST is "a b"'],
  ['APP_URL', 'fivefold.example', 'APP_URL is "fivefold.example": it should be the address that people open'],
  ['APP_URL', 'https://fivefold.example/app', 'without a path'],
  ['APP_URL', 'ftp://fivefold.example', 'APP_URL is'],
  [
    'DATABASE_URL',
    'mysql://me:word@db/fivefold',
    'DATABASE_URL is not right: it should be the address of a PostgreSQL database',
  ],
  ['DATABASE_URL', 'postgres://db/fivefold', 'DATABASE_URL is not right'],
  ['DATABASE_URL', 'postgres://me:word@db', 'DATABASE_URL is not right'],
  ['DIRECT_URL', 'postgres://me:word@db', 'DIRECT_URL is not right: it should be the address of the same database'],
  ['SECRET', 'short', 'SECRET is not right: it should be 32 random bytes'],
  ['TRUST_PROXY_HOPS', '1.5', 'TRUST_PROXY_HOPS is "1.5": it should be the number of reverse proxies'],
])('%s = %s is refused in words', (name, value, words) => {
  expect(() => readEnv({ [name]: value })).toThrow(words)
})

test('a password or a secret is never repeated', () => {
  const tell = () =>
    readEnv({ DATABASE_URL: 'postgres://me:hush@db', DIRECT_URL: 'postgres://me:hush@db', SECRET: 'hush' })
  expect(tell).toThrow('SECRET is not right')
  expect(tell).not.toThrow('hush')
})

test('.env.example lists every variable, each in a line that changes nothing', () => {
  const example = readFileSync(path.join(import.meta.dirname, '..', '.env.example'), 'utf8')
  const listed = [...example.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  const shown = Object.fromEntries(listed)
  const defaults = readEnv({})
  expect(readEnv({ ...shown, APP_URL: '', HOST: '' })).toEqual(defaults)
  expect(Object.keys(shown).sort()).toEqual([...variableNames].sort())
})
