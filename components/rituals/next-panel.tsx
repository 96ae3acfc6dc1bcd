import { hueOf } from '@/components/intimacy/hue'
import { TypeList } from '@/components/intimacy/type-mark'
import { TookPart } from '@/components/plans/took-part'
import { Link } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import type { People } from '@/lib/couples/people'
import { dateOfRitual } from '@/lib/plans/week-plans'
import type { Markable } from '@/lib/rituals/coming'
import type { Ritual } from '@/lib/rituals/contract'
import { dayIn } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import { Countdown } from './countdown'
import { TwoTimes } from './two-times'

/** The next date of the rituals, as Today's one panel: when it is for both, how far away, and from its day on a mark. */
export function NextPanel({ date, people }: { date: Markable<Ritual>; people: People }) {
  const { ritual: { id }, terms, onDate, start, end, markable, tookPart } = date
  const { me, partner, locale, now } = people
  const on = dayIn(start, me.zone)
  return (
    <Panel tint="hue" className={hueOf[terms.types[0] ?? 'emotional']} aria-labelledby="next">
      <TypeList types={terms.types} />
      <h2 id="next" className="type-title mt-2.5 mb-3">
        <Link href={`/rituals/${id}`} className="hover:underline hover:decoration-1 hover:underline-offset-4">{terms.title}</Link>
      </h2>
      {on === dayIn(now, me.zone) ? null : <p className="mb-1.5 text-ink-2">{formatDay(on, locale)}</p>}
      <TwoTimes
        start={start} me={me} partner={partner} locale={locale} look="panel"
        aside={<Countdown start={start} end={end} zone={me.zone} serverNow={now.getTime()} />}
      />
      {markable ? (
        <div className="mt-5">
          <TookPart plan={dateOfRitual(id, onDate)} tookPart={tookPart} day={formatDay(on, locale)} primary={start <= now} />
        </div>
      ) : null}
    </Panel>
  )
}
