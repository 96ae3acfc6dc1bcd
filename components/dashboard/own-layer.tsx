'use client'
import { LoadFailure } from '@/components/device/load-failure'
import { TypeMark } from '@/components/intimacy/type-mark'
import { PagesCover } from '@/components/journal/pages-cover'
import { usePagesByDay } from '@/components/journal/use-pages-by-day'
import { useToday } from '@/components/people/use-today'
import { Section } from '@/components/ui/page-heading'
import { listTypes } from '@/lib/dashboard/in-words'
import { firstDayNeeded, ownDaysFed, ownSentence, type OwnSentence } from '@/lib/dashboard/own-days-fed'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { translate } from '@/lib/messages/translate'
import type { Week } from '@/lib/time/week'
import type { Vault } from '@/lib/vault/vault'
import { OwnBloom } from './own-bloom'
import { OwnStrips } from './own-strips'

type OwnLayerProps = Readonly<{
  vault: Vault
  /** Oldest first; the last is the present one. */
  weeks: readonly Week[]
  locale: string
}>

/**
 * The private layer of Lately: what one's own pages were about, counted here from pages that only their writer can open.
 * What it asks the server for is the journal's list.
 */
export function OwnLayer({ vault, weeks, locale }: OwnLayerProps) {
  const t = translate(locale, ownPagesMessages, 'layer')
  const today = useToday()
  const since = firstDayNeeded({ weeks, today })
  const { value, error, again, isSlow } = usePagesByDay(vault, since)
  if (!value)
    return error ? (
      <LoadFailure error={error} onAgain={again} />
    ) : (
      <PagesCover pages={null} isSlow={isSlow} onAgain={again} />
    )
  const { pages, firstDay, wholeFrom } = value
  const fed = ownDaysFed(pages, { weeks, today, firstDay, wholeFrom })
  const words = ownSentence(fed)
  return (
    <>
      {words ? <p className="type-lede max-w-[24em]">{inWords(words, locale)}</p> : null}
      <PagesCover pages={value} isSlow={false} onAgain={again} since={since} locale={locale} className="mt-4" />
      {fed.hasPages ? (
        <div className="mt-5 wide:mt-7 wide:grid wide:grid-cols-[minmax(0,434fr)_minmax(0,551fr)] wide:gap-x-15">
          <OwnBloom fed={fed} locale={locale} />
          <Section id="own-weeks" title={t('weeksHeading')} className="wide:mt-0">
            <OwnStrips fed={fed} locale={locale} />
          </Section>
        </div>
      ) : words ? (
        <div className="mt-5 grid grid-cols-1 gap-y-8 wide:mt-7 wide:grid-cols-[minmax(0,434fr)_minmax(0,551fr)] wide:items-center wide:gap-x-15">
          <OwnBloom fed={fed} locale={locale} />
          <TypeMeanings locale={locale} />
        </div>
      ) : null}
    </>
  )
}

/** The five types, a line each, where there is nothing to show of them yet. */
const TypeMeanings = ({ locale }: { locale: string }) => (
  <ul className="lined">
    {INTIMACY_TYPES.map((type) => (
      <li key={type} className="py-3.5">
        <TypeMark type={type} locale={locale} />
        <p className="mt-1 text-small text-ink-2">{translate(locale, intimacyMessages, 'meaning')(type)}</p>
      </li>
    ))}
  </ul>
)

function inWords(words: OwnSentence, locale: string): string {
  const t = translate(locale, ownPagesMessages, 'layer')
  if (words.key !== 'about') return t(words.key)
  return words.types.length === 5 ? t('all') : t('about', { types: listTypes(words.types, locale) })
}
