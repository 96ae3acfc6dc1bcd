import type {} from 'use-intl'
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import { isolateText } from './isolate-text'
import { languageOf, type InEveryLanguage } from './locale'

/** The parts of a room that `translate` can return: 'share', 'share.wants'. */
export type PartOf<Messages> = NamespaceKeys<Messages, NestedKeyOf<Messages>>

/** What `translate` returns: `t('empty')`, `t('from', { name })`, `t.rich('exactly', { link: (words) => <TextLink …>{words}</TextLink> })`. */
export type Translate<Messages extends object, Part extends PartOf<Messages> = never> = ReturnType<
  typeof createTranslator<Messages, Part>
>

// A translator parses each message once, so it is kept. There are few: rooms x languages x parts.
const translators = new WeakMap<object, Map<string, unknown>>()

/** The messages of one room (lib/messages/rooms), or of one part of it, in the language of a locale. */
export function translate<Messages extends object, Part extends PartOf<Messages> = never>(
  locale: string,
  room: InEveryLanguage<Messages>,
  part?: Part,
): Translate<Messages, Part> {
  const language = languageOf(locale)
  const messages = room[language]
  const known = translators.get(messages) ?? new Map<string, unknown>()
  translators.set(messages, known)
  const key = part ?? ''
  if (!known.has(key))
    known.set(
      key,
      withIsolatedValues(createTranslator({ locale: language, timeZone: 'UTC', messages, namespace: part as Part })),
    )
  return known.get(key) as Translate<Messages, Part>
}

type Ask = (key: never, values?: Record<string, unknown>, formats?: never) => unknown

/** Isolates every text that a sentence gets, so that a name changes nothing around it. No screen can forget it. */
function withIsolatedValues<T extends object>(translator: T): T {
  const isolating =
    (ask: Ask): Ask =>
    (key, values, formats) =>
      ask(key, values && isolateAll(values), formats)
  const { rich, markup } = translator as unknown as Record<'rich' | 'markup', Ask>
  const ask = isolating(translator as unknown as Ask)
  return Object.assign(ask, translator, { rich: isolating(rich), markup: isolating(markup) })
}

const isolateAll = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolateText(value) : value]),
  )

// The library's own hook would look in a provider that has no messages: there is none, and no key fits its type.
declare module 'use-intl' {
  interface AppConfig {
    Messages: Record<never, never>
  }
}
