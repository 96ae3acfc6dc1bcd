'use client'
import { useToday } from '@/components/people/use-today'
import { Button } from '@/components/ui/button'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Plan, PlanFields } from '@/lib/plans/contract'
import { fieldInWords } from '@/lib/plans/in-words'
import { formatList } from '@/lib/time/format'
import type { PlanChangeNote } from './use-week'

type ChangeNoteProps = Readonly<{
  note: PlanChangeNote
  plan: Plan
  partnerName: string
  zone: Partner['zone']
  locale: string
  putBack: (fields: Partial<PlanFields>) => void
}>

/** Fields whose value the card itself shows, unless it is empty. */
const SHOWN: readonly (keyof PlanFields)[] = ['title', 'what', 'place', 'types', 'plannedOn', 'time']

/**
 * What the partner changed while this page was open, and how to put it back; with the new value where the card doesn't
 * show it.
 */
export function ChangeNote({ note: { before, fields }, plan, partnerName, zone, locale, putBack }: ChangeNoteProps) {
  const t = useTranslations(plansMessages)
  const today = useToday()
  if (before === null)
    return (
      <p role="status" className="mt-2 text-small text-ink-2">
        {t('card.addedBy', { name: partnerName })}
      </p>
    )
  const isBack = fields.includes('skipped') // a skipped plan has a card of its own, so this one takes place again
  const others = fields.filter((field) => field !== 'skipped')
  const what = formatList(
    others.map((field) => {
      const empty = plan[field] === '' || (field === 'types' && plan.types.length === 0)
      const name = t(`fields.${field}`)
      return SHOWN.includes(field) && !empty
        ? name
        : t('card.changed', { field: name, now: fieldInWords(field, plan, { locale, zone, today }) })
    }),
    locale,
  )
  return (
    <p role="status" className="mt-2 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
      <span>
        {others.length === 0
          ? t('card.broughtBackBy', { name: partnerName })
          : t(isBack ? 'card.broughtBackAndChangedBy' : 'card.changedBy', { name: partnerName, what })}
      </span>
      <Button variant="link" onClick={() => putBack(Object.fromEntries(fields.map((field) => [field, before[field]])))}>
        {t('card.putBack')}
      </Button>
    </p>
  )
}
