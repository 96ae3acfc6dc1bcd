'use client'
import { useState } from 'react'
import { TypePicker } from '@/components/intimacy/type-picker'
import type { ZonedPeople } from '@/components/people/two-times'
import { FieldError } from '@/components/ui/field'
import { SentenceButton, SentenceLine, SentenceText, SentenceTime, SentenceWords } from '@/components/ui/sentence'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import type { ProposalDraft, ProposalGap, ProposalWriter } from '@/lib/rituals/proposal'
import { daysOfSentence, otherClockInWords } from '@/lib/rituals/sentence'
import { sameZone } from '@/lib/time/zone'
import { MoreTerms } from './more-terms'
import { WeekdayChips } from './weekday-chips'

type TermsFieldsProps = ZonedPeople &
  Readonly<{
    draft: ProposalDraft
    change: (part: Partial<ProposalDraft>) => void
    gaps: readonly ProposalGap[]
    writer: ProposalWriter
    /** Whether it has a title, which follows a colon; the words of a new one follow "we". */
    titled?: boolean
    /** What differs from the terms that the form began with; empty for a new proposal. */
    changed?: readonly string[]
  }>

const fieldOf: Readonly<Record<ProposalGap, string>> = {
  weekdays: 'weekdays',
  time: 'time',
  title: 'title',
  types: 'types',
  startsOn: 'starts',
}
const missing = {
  weekdays: 'daysMissing',
  time: 'timeMissing',
  title: 'whatMissing',
  types: 'feedsMissing',
  startsOn: 'startsMissing',
} as const

const questions = {
  weekdays: 'days',
  time: 'time',
  title: 'what',
  types: 'feeds',
  startsOn: 'starts',
} as const

/** Makes the names of the fields with gaps, for the summary above the form: each field says itself what it lacks. */
export function useGapFields(): (gaps: readonly ProposalGap[]) => { id: string; text: string }[] {
  const t = useTranslations(ritualsMessages)
  return (gaps) => gaps.map((gap) => ({ id: fieldOf[gap], text: t(`propose.${questions[gap]}`) }))
}

const IN_SENTENCE = ['weekdays', 'time', 'title'] as const
const FOLDED = ['minutes', 'everyWeeks', 'startsOn', 'zone']

/** A proposal as a sentence: "Every Thursday at 22:30 we cook the same soup". Other terms: "Every Thursday at 22:30: Soup". */
export function TermsFields({
  draft,
  change,
  gaps,
  writer,
  titled = false,
  changed = [],
  ...people
}: TermsFieldsProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  const { locale } = people
  const [chips, setChips] = useState<'shown' | 'opened' | 'hidden'>(draft.weekdays.length === 0 ? 'shown' : 'hidden')
  const isExpanded = chips !== 'hidden' || gaps.includes('weekdays')
  const { every, days } = daysOfSentence(draft.weekdays, draft.everyWeeks, locale)
  const other = otherClockInWords(draft, writer, people)
  const isApart = people.partner !== null && !sameZone(writer.zone, people.partner.zone)
  const errorOf = (gap: ProposalGap) => (gaps.includes(gap) ? t(missing[gap]) : undefined)
  const word = (field: (typeof IN_SENTENCE)[number]) => ({
    id: fieldOf[field],
    wrong: gaps.includes(field),
    changed: changed.includes(field) ? t('changed') : undefined,
  })
  return (
    <>
      <div>
        <div className="sentence grid grid-cols-1 gap-y-1">
          <SentenceLine>
            <SentenceWords>{every}</SentenceWords>
            <SentenceButton
              {...word('weekdays')}
              label={t('days')}
              controls="weekday-chips"
              expanded={isExpanded}
              placeholder={t('whichDay')}
              onClick={() => setChips(isExpanded ? 'hidden' : 'opened')}
            >
              {days}
            </SentenceButton>
            <span className="flex gap-x-2">
              <SentenceWords>{t('at')}</SentenceWords>
              <SentenceTime
                {...word('time')}
                label={t('time')}
                value={draft.time}
                onChange={(event) => change({ time: event.target.value })}
              />
              {titled ? <span className="sentence-plain -ms-1.5">:</span> : null}
            </span>
          </SentenceLine>
          <div className="flex items-start gap-x-2">
            {titled ? null : <SentenceWords>{t('we')}</SentenceWords>}
            <SentenceText
              {...word('title')}
              label={t('what')}
              placeholder={t('whatHolder')}
              maxLength={120}
              value={draft.title}
              onText={(title) => change({ title })}
            />
          </div>
        </div>
        {IN_SENTENCE.filter((field) => gaps.includes(field)).map((field) => (
          <FieldError key={field} id={`${fieldOf[field]}-error`}>
            {errorOf(field)}
          </FieldError>
        ))}
        {isApart ? <p className="mt-2 min-h-5 text-small wrap-anywhere text-ink-2">{other}</p> : null}
      </div>
      {isExpanded ? (
        <WeekdayChips
          id="weekday-chips"
          value={draft.weekdays}
          onChange={(weekdays) => change({ weekdays })}
          weekStart={writer.weekStart}
          locale={locale}
          takesFocus={chips === 'opened'}
        />
      ) : null}
      <TypePicker
        id="types"
        look="bar"
        value={draft.types}
        onChange={(types) => change({ types })}
        legend={t('feeds')}
        hideLegend={!gaps.includes('types')}
        whileNone={t('feedsNone')}
        error={errorOf('types')}
      />
      <MoreTerms
        draft={draft}
        change={change}
        writer={writer}
        startsError={errorOf('startsOn')}
        hasChanges={FOLDED.some((field) => changed.includes(field))}
        {...people}
      />
    </>
  )
}
