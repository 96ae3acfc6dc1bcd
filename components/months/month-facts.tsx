import type { ReactNode } from 'react'
import { FlowerFigure } from '@/components/dashboard/bloom'
import { BothMarks, PartnerMark } from '@/components/shell/partner-mark'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-heading'
import type { Partner } from '@/lib/couples/people'
import type { Pair } from '@/lib/dashboard/days-fed'
import { translate } from '@/lib/messages/translate'
import type { MonthKept } from '@/lib/months/contract'
import type { TypeInMonth } from '@/lib/months/fed'
import { fedWords, monthInWords } from '@/lib/months/in-words'
import type { Day, Month } from '@/lib/time/day'
import { formatDayOfMonth, formatList } from '@/lib/time/format'

type Both = readonly [Partner, Partner]

/** What the two fed in a month, as Lately draws it. */
export function MonthFed({ types, month, both, current }: { types: readonly TypeInMonth[]; month: Month; both: Both; current: boolean }) {
  const t = translate('months')
  const people: Pair<string> = [both[0].name, both[1].name]
  const quiet = types.every(({ days }) => days[0] === 0 && days[1] === 0)
  return (
    <Section id="fed" title={t('fed.title')} className="mt-0!">
      {quiet ? <p className="type-lede">{t(current ? 'fed.quietSoFar' : 'fed.quiet')}</p> : (
        <FlowerFigure
          types={types} people={people}
          words={{ label: fedWords(types, month, people), caption: t('fed.caption'), summary: t('fed.show'), numbers: t('fed.numbers', { month: monthInWords(month) }) }}
        />
      )}
    </Section>
  )
}

type KeptProps = Readonly<{ kept: readonly MonthKept[]; month: Month; both: Both; me: string; locale: string }>

/** Rituals and plans of a month on whose dates somebody took part, each under its name, and on which days who did. */
export function MonthKeptList({ kept, month, both, me, locale }: KeptProps) {
  const t = translate('months')
  const named = new Map<string, MonthKept[]>()
  for (const plan of kept) {
    const key = plan.ritualId ?? plan.planId
    named.set(key, [...(named.get(key) ?? []), plan])
  }
  const who = ([one, other]: Both) => [
    { key: 'both', mark: <BothMarks />, words: t('kept.both'), took: [one.id, other.id] },
    ...both.map(({ id, slot, name }) => ({ key: id, mark: <PartnerMark slot={slot} size={10} />, words: id === me ? t('kept.you') : name, took: [id] })),
  ]
  return (
    <Section id="kept" title={t('kept.title')}>
      {named.size === 0 ? <p className="text-small text-ink-3">{t('kept.none', { month: monthInWords(month) })}</p> : (
        <ul className="divide-y divide-line border-y border-line">
          {[...named].map(([key, plans]) => (
            <li key={key} className="py-3">
              <Titled plan={plans[0]} />
              {who(both).map(({ key: of, mark, words, took }) => {
                const days = plans.filter(({ tookPart }) => tookPart.join() === took.join()).map(({ day }) => day)
                return days.length === 0 ? null : <TookPart key={of} mark={mark} words={words} days={days} locale={locale} />
              })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const Titled = ({ plan }: { plan: MonthKept | undefined }) =>
  plan?.ritualId
    ? <Link href={`/rituals/${plan.ritualId}`} className="reach -my-2.5 font-bold hover:underline">{plan.title}</Link>
    : <p className="font-bold">{plan?.title}</p>

const TookPart = ({ mark, words, days, locale }: { mark: ReactNode; words: string; days: readonly Day[]; locale: string }) => (
  <p className="flex flex-wrap items-baseline gap-x-2.5 text-small text-ink-2">
    <span className="inline-flex w-6 flex-none justify-center self-center">{mark}</span>
    <span className="font-strong wrap-anywhere">{words}</span>
    <span className="text-ink-3">{formatList(days.map((day) => formatDayOfMonth(day, locale)), 'en-GB')}</span>
  </p>
)
