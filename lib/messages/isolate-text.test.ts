import { expect, test } from 'vitest'
import { isolateText } from './isolate-text'
import { failureMessages } from './rooms/failure'
import { translate } from './translate'

test('a text from right to left is isolated, and any other stays as it is', () => {
  expect(isolateText('נועה')).toBe('\u2068נועה\u2069')
  expect(isolateText('Noor نور (2)')).toBe('\u2068Noor نور (2)\u2069')
  for (const text of ['', 'Noor', 'José', '李', '🌻']) expect(isolateText(text)).toBe(text)
})

test('an override in a stored text is left out', () => {
  expect(isolateText('Elias\u202eevil')).toBe('Eliasevil')
  expect(isolateText('\u2069נועה\u2068')).toBe('\u2068נועה\u2069')
})

test('every sentence isolates what it is given', () => {
  const t = translate('en', failureMessages)
  expect(t('notPinned', { name: 'נועה' })).toContain('with \u2068נועה\u2069 from')
  expect(t('slowDown', { wait: 3 })).toContain('3 seconds')
  expect(t('notPinned', { name: 'Noor' })).not.toContain('\u2068')
  expect(t.markup('notPinned', { name: 'נועה' })).toContain('\u2068נועה\u2069')
  expect(t.has('notPinned')).toBe(true)
})
