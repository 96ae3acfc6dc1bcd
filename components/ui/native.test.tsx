import type { ChangeEvent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Chip } from './choice'
import { Input, SelectInput, unlessSending } from './native'
import { TextArea } from './text-area'
import { TextField } from './text-field'

test('a field keeps what is typed out of the browser’s files, unless it is one of an account', () => {
  for (const field of [
    <Input key="input" />,
    <SelectInput key="select" />,
    <TextArea key="area" label="Your page" />,
    <TextField key="date" label="Day" type="date" />,
    <Chip key="chip" type="radio">
      Today
    </Chip>,
  ])
    expect(renderToStaticMarkup(field)).toContain(' autoComplete="off"')
  expect(renderToStaticMarkup(<TextField label="Email" type="email" autoComplete="username" />)).toContain(
    ' autoComplete="username"',
  )
})

test('a field of words takes the direction of its words; a date has none', () => {
  expect(renderToStaticMarkup(<TextArea label="Your page" />)).toContain(' dir="auto"')
  expect(renderToStaticMarkup(<TextField label="Title" />)).toContain(' dir="auto"')
  expect(renderToStaticMarkup(<TextField label="Day" type="date" />)).not.toContain('dir=')
})

test('a field takes nothing while its form is being sent, when the answer would throw it away', () => {
  const changeIn = (...busy: readonly boolean[]) => {
    const elements = busy.map((isBusy) => ({ hasAttribute: (name: string) => isBusy && name === 'aria-busy' }))
    let heard = false
    unlessSending<HTMLInputElement>(() => (heard = true))({
      currentTarget: { form: busy.length > 0 ? { elements } : null },
    } as unknown as ChangeEvent<HTMLInputElement>)
    return heard
  }
  expect(changeIn(false, true)).toBe(false)
  expect(changeIn(false, false)).toBe(true)
  expect(changeIn()).toBe(true)
})
