import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailKey, formerEmailKeys } from './email-key'

test('an email has one key in every way of typing it', () => {
  for (const typed of [
    'noor@posta.example',
    ' Noor@Posta.Example ',
    'NOOR@POSTA.EXAMPLE\n',
    'ｎｏｏｒ＠ｐｏｓｔａ．ｅｘａｍｐｌｅ',
    'no\u200bor@pos\u00adta.example',
    '\ufeffnoor@posta.example\u2060',
    'noor@posta。example',
    'noor@posta.example.',
    'noor@posta.example．',
  ])
    expect([typed, emailKey(typed)]).toEqual([typed, 'noor@posta.example'])
})

test('composed and decomposed letters have the same key', () => {
  expect(emailKey('Jose\u0301@posta.example')).toBe(emailKey('Jos\u00e9@posta.example'))
})

test('a domain with other letters has the key of its ASCII form, as Node’s domainToASCII writes it', () => {
  for (const domain of ['münchen.example', 'MÜNCHEN.example', 'mu\u0308nchen.example', 'xn--mnchen-3ya.example'])
    expect(emailKey(`noor@${domain}`)).toBe('noor@xn--mnchen-3ya.example')
  for (const domain of ['пошта.example', '例え.テスト', 'faß.example', 'بريد.example', 'नमस्ते.example'])
    expect(emailKey(`noor@${domain}`)).toBe(`noor@${domainToASCII(domain)}`)
})

test('different emails have different keys', () => {
  const noor = emailKey('noor@posta.example')
  for (const other of [
    'noor+journal@posta.example',
    'no.or@posta.example',
    'noor.@posta.example',
    'nöor@posta.example',
  ])
    expect(emailKey(other)).not.toBe(noor)
  // what is no host is left as it is, so that nothing is cut off
  for (const other of ['noor@é/posta.example', 'noor@é:80', 'noor@é?x', 'noor@é#x', 'noor@1', 'noor@.', 'noor.'])
    expect(emailKey(other)).toBe(other)
})

test('the key of a key is the key', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => emailKey(emailKey(text)) === emailKey(text)))
})

test('for plain ASCII all rules agree, but for the dot of the root', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme-ascii' }).filter((text) => !text.trim().endsWith('.')),
      (text) => formerEmailKeys(text).every((key) => key === emailKey(text)),
    ),
  )
  expect(formerEmailKeys('Noor@Posta.example. ')).toEqual(['noor@posta.example.', 'noor@posta.example.'])
  expect(formerEmailKeys('Noor@Münchén.example.')).toEqual(['noor@münchén.example.', 'noor@xn--mnchn-esa3k.example.'])
})
