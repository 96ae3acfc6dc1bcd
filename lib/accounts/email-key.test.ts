import { expect, test } from 'vitest'
import { emailKey } from './email-key'

test('an email is one account however it is typed', () => {
  for (const typed of ['noor@posta.example', ' Noor@Posta.Example ', 'NOOR@POSTA.EXAMPLE\n'])
    expect(emailKey(typed)).toBe('noor@posta.example')
})

test('a letter that was composed and one that was not are the same', () => {
  expect(emailKey('Jose\u0301@posta.example')).toBe(emailKey('Jos\u00e9@posta.example'))
})

test('different people stay different', () => {
  expect(emailKey('noor+journal@posta.example')).not.toBe(emailKey('noor@posta.example'))
  expect(emailKey('no.or@posta.example')).not.toBe(emailKey('noor@posta.example'))
})
