import { TookPart } from '@/components/plans/took-part'
import { Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import type { People } from '@/lib/couples/people'
import { translate } from '@/lib/messages/translate'
import { dateOfRitual } from '@/lib/plans/week-plans'
import type { Markable } from '@/lib/rituals/coming'
import type { Ritual } from '@/lib/rituals/contract'
import { dayIn } from '@/lib/time/day'
import { formatDay, formatTime } from '@/lib/time/format'

/** Today's dates that are over, each with one's own mark. */
export function EarlierToday({ dates, people: { me, locale } }: { dates: readonly Markable<Ritual>[]; people: People }) {
  if (dates.length === 0) return null
  return (
    <Section id="earlier" title={translate('today')('earlier')}>
      <Rows>
        {dates.map(({ ritual: { id }, terms, onDate, start, tookPart }) => (
          <Row
            key={`${id} ${onDate}`} title={terms.title} detail={formatTime(start, locale, me.zone)}
            trailing={<TookPart plan={dateOfRitual(id, onDate)} tookPart={tookPart} day={formatDay(dayIn(start, me.zone), locale)} />}
          />
        ))}
      </Rows>
    </Section>
  )
}
