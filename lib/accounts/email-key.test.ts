import { expect, test } from 'vitest'
import { emailKey } from './email-key'

test('an email has one key in every way of typing it', () => {
  for (const typed of ['noor@posta.example', ' Noor@Posta.Example ', 'NOOR@POSTA.EXAMPLE\n'])
    expect(emailKey(typed)).toBe('noor@posta.example')
})

test('composed and decomposed letters have the same key', () => {
  expect(emailKey('Jose\u0301@posta.example')).toBe(emailKey('Jos\u00e9@posta.example'))
})

test('different emails have different keys', () => {
  expect(emailKey('noor+journal@posta.example')).not.toBe(emailKey('noor@posta.example'))
  expect(emailKey('no.or@posta.example')).not.toBe(emailKey('noor@posta.example'))
})
