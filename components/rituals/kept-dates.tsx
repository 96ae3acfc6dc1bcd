import { TextLink } from '@/components/ui/links'
import type { People } from '@/lib/couples/people'
import { datesMessages } from '@/lib/messages/rooms/dates'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { KeptDate } from '@/lib/rituals/contract'
import type { Day } from '@/lib/time/day'
import { formatFullDay } from '@/lib/time/format'

type KeptDatesProps = Readonly<{
  /** The former couple's. */
  coupleId: string
  dates: readonly KeptDate[]
  people: People
  /** The address of earlier dates, if there are any. */
  earlier: string | null
}>

/** The address of a former ritual's kept dates before a day. */
export const earlierAddress = (id: string, coupleId: string, before: Day) =>
  `/rituals/${id}?coupleId=${coupleId}&before=${before}`

/** The dates that a former couple kept, newest first, and who took part. Each is a link to its lines. They can't be changed. */
export function KeptDates({ coupleId, dates, people: { me, locale }, earlier }: KeptDatesProps) {
  const t = translate(locale, ritualsMessages)
  const inWords = translate(locale, datesMessages)
  const who = (took: readonly string[]) =>
    took.includes(me.id) ? inWords(took.length > 1 ? 'both' : 'you') : t('one.thenTookPart')
  return (
    <>
      <ul className="lined">
        {dates.map(({ planId, plannedOn, tookPart }) => (
          <li key={planId} className="py-2.5">
            <TextLink alone href={`/plans/${planId}?coupleId=${coupleId}`}>
              {formatFullDay(plannedOn, locale)}
            </TextLink>
            <span className="block text-small text-ink-3">{who(tookPart)}</span>
          </li>
        ))}
      </ul>
      {earlier === null ? null : (
        <p className="mt-3">
          <TextLink alone href={earlier}>
            {t('one.earlierDates')}
          </TextLink>
        </p>
      )}
    </>
  )
}
