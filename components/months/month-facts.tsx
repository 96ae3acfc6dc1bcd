import type { ReactNode } from 'react'
import { FlowerFigure } from '@/components/dashboard/bloom'
import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { BothMarks, PartnerMark } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-heading'
import type { Pair, Partner } from '@/lib/couples/people'
import { stepName } from '@/lib/dashboard/in-words'
import { groupBy } from '@/lib/group-by'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { MonthKept } from '@/lib/months/contract'
import type { KeptOnPage } from '@/lib/months/fit-kept'
import { isQuiet, type TypeInMonth } from '@/lib/months/fed'
import { fedLabel, monthName } from '@/lib/months/in-words'
import type { Day, Month } from '@/lib/time/day'
import { formatDayOfMonth, formatList } from '@/lib/time/format'
import { FirstRows } from './first-rows'
import { KeptLines, MonthLines, type TakerLabel } from './month-lines'

type PartnerPair = readonly [Partner, Partner]

/** What both fed in a month, as the same flower as on Lately. */
export function MonthFed({
  types,
  month,
  both,
  current,
  locale,
}: {
  types: readonly TypeInMonth[]
  month: Month
  both: PartnerPair
  current: boolean
  locale: string
}) {
  const t = translate(locale, monthsMessages)
  const people: Pair<string> = [both[0].name, both[1].name]
  return isQuiet(types) ? (
    <p className="type-lede">{t(current ? 'fed.quietSoFar' : 'fed.quiet')}</p>
  ) : (
    <FlowerFigure
      types={types}
      people={people}
      locale={locale}
      labels={{
        label: fedLabel(types, month, people, locale),
        caption: t('fed.caption'),
        summary: t('fed.show'),
        numbers: t('fed.numbers', { month: monthName(month, locale) }),
      }}
    />
  )
}

/** The same in words: for each type that was fed, how often by each of the two. */
export function FedInWords({ types, locale }: { types: readonly TypeInMonth[]; locale: string }) {
  const fed = types.filter(({ days }) => days[0] > 0 || days[1] > 0)
  if (fed.length === 0) return null
  return (
    <ul aria-hidden="true" className="lined">
      {fed.map(({ type, steps }) => (
        <li key={type} className={classes(hueOf[type], 'flex flex-wrap items-center justify-between gap-x-4 py-2.5')}>
          <TypeMark locale={locale} type={type} />
          <span className="flex gap-x-5 text-small text-ink-2">
            {steps.map((step, place) => (
              <span key={place} className="inline-flex min-w-20 items-center gap-2">
                <PartnerMark slot={place === 0 ? 1 : 2} size={10} />
                {stepName(step, locale)}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Labels for both people together, and for each alone. */
export function takerLabels(both: PartnerPair, me: string, locale: string): TakerLabel[] {
  const t = translate(locale, monthsMessages)
  return [
    {
      key: 'both',
      ...noPerson,
      mark: <BothMarks />,
      label: t('kept.both'),
      matches: (tookPart) => tookPart.length === 2,
    },
    ...both.map(({ id, slot, name }) => ({
      key: id,
      personId: id,
      slot,
      mark: <PartnerMark slot={slot} size={10} />,
      label: id === me ? t('kept.you') : name,
      matches: (tookPart: readonly string[]) => tookPart.join() === id,
    })),
  ]
}

/** The same for a former couple, whose other person is no longer named. */
export function formerTakerLabels(me: string, locale: string): TakerLabel[] {
  const t = translate(locale, monthsMessages)
  return [
    { key: 'both', ...noPerson, label: t('kept.bothThen'), matches: (tookPart) => tookPart.length === 2 },
    { key: 'you', personId: me, slot: null, label: t('kept.you'), matches: (tookPart) => tookPart.join() === me },
    {
      key: 'then',
      ...noPerson,
      label: t('kept.then'),
      matches: (tookPart) => tookPart.length === 1 && tookPart[0] !== me,
    },
  ]
}

const noPerson = { personId: null, slot: null } as const

type KeptProps = KeptOnPage &
  Readonly<{
    month: Month
    takers: readonly TakerLabel[]
    locale: string
    /** The couple's id, if it is a former one. */
    former?: string
    /** In a step. */
    folds?: boolean
  }>

/** The rituals and plans of a month in which somebody took part, and who did on which days. */
export function MonthKeptList({ kept, keptMore, month, takers, locale, former, folds = false }: KeptProps) {
  const t = translate(locale, monthsMessages)
  // a page of a former couple is drawn on the server, which can't pass on what `takers` compute
  const writers = takers.flatMap(({ personId, slot, label }) =>
    personId === null ? [] : [{ id: personId, slot, name: label }],
  )
  const named = groupBy(kept, ({ ritualId, planId }) => ritualId ?? planId)
  return (
    <Section id="kept" title={t('kept.title')}>
      {named.size === 0 ? (
        <p className="text-small text-ink-3">{t('kept.none', { month: monthName(month, locale) })}</p>
      ) : (
        <MonthLines month={month} former={former}>
          <FirstRows
            rows={[...named].map(([key, plans]) => (
              <li key={key} className="py-3">
                <PlanTitle plan={plans[0]} former={former} />
                {takers.map(({ key: takerKey, mark, label, matches }) => {
                  const days = plans.filter(({ tookPart }) => matches(tookPart)).map(({ day }) => day)
                  return days.length === 0 ? null : (
                    <TookPart key={takerKey} mark={mark} label={label} days={days} locale={locale} />
                  )
                })}
                <KeptLines plans={plans} writers={writers} locale={locale} />
              </li>
            ))}
            folds={folds}
            locale={locale}
          />
        </MonthLines>
      )}
      {keptMore > 0 ? <p className="mt-3 text-small text-ink-3">{t('kept.more', { n: keptMore })}</p> : null}
    </Section>
  )
}

function PlanTitle({ plan, former }: { plan: MonthKept | undefined; former: string | undefined }) {
  if (!plan) return null
  const { ritualId, planId, title } = plan
  const path = ritualId ? `/rituals/${ritualId}` : `/plans/${planId}`
  return (
    <Link
      href={former ? `${path}?coupleId=${former}` : path}
      dir="auto"
      className="plan-title -my-2.5 inline-block min-w-11 py-2.5 wrap-anywhere hover:underline"
    >
      {title}
    </Link>
  )
}

const TookPart = ({
  mark,
  label,
  days,
  locale,
}: {
  mark: ReactNode
  label: string
  days: readonly Day[]
  locale: string
}) => (
  <p className="flex flex-wrap items-baseline gap-x-2.5 text-small text-ink-2">
    {mark ? <span className="inline-flex min-w-6 flex-none self-center">{mark}</span> : null}
    <span className="font-strong wrap-anywhere">{label}</span>
    <span className="text-ink-3">
      {formatList(
        days.map((day) => formatDayOfMonth(day, locale)),
        locale,
      )}
    </span>
  </p>
)
