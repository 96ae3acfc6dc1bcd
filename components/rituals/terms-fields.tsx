'use client'
import { TypePicker } from '@/components/intimacy/type-picker'
import { TextField } from '@/components/ui/text-field'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import type { ProposalDraft, ProposalGap } from '@/lib/rituals/proposal'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import { RhythmFields } from './rhythm-fields'
import type { ZonedPeople } from '@/components/people/two-times'

type TermsFieldsProps = ZonedPeople &
  Readonly<{
    draft: ProposalDraft
    change: (part: Partial<ProposalDraft>) => void
    gaps: readonly ProposalGap[]
    weekStart: WeekStart
    today: Day
  }>

const fieldOf: Readonly<Record<ProposalGap, string>> = {
  title: 'title',
  types: 'types',
  weekdays: 'weekdays',
  time: 'time',
  startsOn: 'starts',
}
const missing = {
  title: 'whatMissing',
  types: 'feedsMissing',
  weekdays: 'daysMissing',
  time: 'timeMissing',
  startsOn: 'startsMissing',
} as const

/** Makes the gaps' messages, each with its field, for the summary above the form. */
export function useGapFields(): (gaps: readonly ProposalGap[]) => { id: string; text: string }[] {
  const t = useTranslations(ritualsMessages)
  return (gaps) => gaps.map((gap) => ({ id: fieldOf[gap], text: t(`propose.${missing[gap]}`) }))
}

/** The fields of a proposal, and of other terms. */
export function TermsFields({ draft, change, gaps, ...rest }: TermsFieldsProps) {
  const t = useTranslations(ritualsMessages)
  const errorOf = (gap: ProposalGap) => (gaps.includes(gap) ? t(`propose.${missing[gap]}`) : undefined)
  return (
    <>
      <TextField
        id="title"
        label={t('propose.what')}
        hint={t('propose.whatHint')}
        error={errorOf('title')}
        maxLength={120}
        value={draft.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <TypePicker
        id="types"
        value={draft.types}
        onChange={(types) => change({ types })}
        legend={t('propose.feeds')}
        error={errorOf('types')}
      />
      <RhythmFields draft={draft} change={change} errorOf={errorOf} {...rest} />
    </>
  )
}
