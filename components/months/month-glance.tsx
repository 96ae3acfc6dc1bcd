import type { ReactNode } from 'react'
import { NowAndWish } from '@/components/check-ins/answer-circles'
import { FlowerOfTwo } from '@/components/dashboard/bloom'
import { MarkedName } from '@/components/people/partner-mark'
import { groupBy } from '@/lib/group-by'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { isQuiet } from '@/lib/months/fed'
import { fedLabel } from '@/lib/months/in-words'
import type { FlowPlace } from '@/lib/months/places'
import { formatDayOfMonth, formatList } from '@/lib/time/format'
import { PlaceLink } from './place-link'
import type { ShownMonth } from './shown-month'

/** How many of the rituals and plans are named: the step has all. */
const MOST_KEPT = 2

type MonthGlanceProps = Readonly<{ place: FlowPlace; shown: ShownMonth }>

/**
 * What the other steps of a month show, small, below a step on a wide window: to have the month in sight while one writes
 * about it. Nothing is left of it in a month without anything.
 */
export function MonthGlance({ place, shown }: MonthGlanceProps) {
  const { closeness, facts, people, names, locale } = shown
  const t = translate(locale, monthsMessages)
  const newest = closeness.weeks.findLast(({ both }) => both)
  const parts: readonly (readonly [FlowPlace, ReactNode])[] = [
    [
      'felt',
      newest?.both ? (
        <ul className="grid max-w-60 gap-y-2">
          {newest.both.map(({ now, wish }, place) => (
            <li key={place} className="flex items-center justify-between gap-x-4">
              <MarkedName slot={place === 0 ? 1 : 2} className="min-w-0 text-small font-strong wrap-anywhere">
                {people[place === 0 ? 0 : 1]}
              </MarkedName>
              <NowAndWish now={now} wish={wish} who={people[place === 0 ? 0 : 1]} size="small" locale={locale} />
            </li>
          ))}
        </ul>
      ) : null,
    ],
    [
      'fed',
      isQuiet(facts.fed) ? null : (
        <FlowerOfTwo
          types={facts.fed}
          label={fedLabel(facts.fed, facts.month, people, locale)}
          locale={locale}
          look="small"
        />
      ),
    ],
    ['kept', facts.kept.length > 0 ? <KeptTitles shown={shown} /> : null],
  ]
  const others = parts.filter(([part, content]) => part !== place && content !== null)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="glance" className="mt-8 border-t border-line pt-1">
      <h2 id="glance" className="sr-only">
        {t('flow.glance', { month: names.month })}
      </h2>
      <div className="grid auto-cols-fr grid-flow-col gap-x-14">
        {others.map(([part, content]) => (
          <div key={part} className="min-w-0">
            <PlaceLink place={part} variant="link">
              {t(`flow.title.${part}`, { month: names.month })}
            </PlaceLink>
            {content}
          </div>
        ))}
      </div>
    </section>
  )
}

/** The first rituals and plans that were kept, with their days. */
function KeptTitles({ shown: { facts, locale } }: { shown: ShownMonth }) {
  const t = translate(locale, monthsMessages)
  const named = [...groupBy(facts.kept, ({ ritualId, planId }) => ritualId ?? planId)]
  return (
    <>
      <ul>
        {named.slice(0, MOST_KEPT).map(([key, plans]) => (
          <li key={key} className="pb-2">
            <span dir="auto" className="block font-serif text-words wrap-anywhere">
              {plans[0]?.title}
            </span>
            <span className="block text-small text-ink-3">
              {formatList(
                [...new Set(plans.map(({ day }) => day))].map((day) => formatDayOfMonth(day, locale)),
                locale,
              )}
            </span>
          </li>
        ))}
      </ul>
      {named.length > MOST_KEPT || facts.keptMore > 0 ? (
        <p className="text-small text-ink-3">{t('flow.glanceMore')}</p>
      ) : null}
    </>
  )
}
