import type { Pair } from '@/lib/couples/people'
import type { BloomStep, DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import { bloomWords, stepWords } from '@/lib/dashboard/in-words'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { FigureTable } from './figure-table'
import { Legend } from './legend'
import { EmptyPetal, Flower, halfPetal, OUTLINED, SOLID } from './petal'

// The area of a half follows the step, a third at a time, so its length follows the square root.
const SCALES: Readonly<Record<Exclude<BloomStep, 'quiet'>, number>> = {
  aLittle: Math.sqrt(1 / 3),
  often: Math.sqrt(2 / 3),
  aLot: 1,
}

const Petal = ({ steps: [first, second] }: { steps: TypeDays['steps'] }) => (
  <>
    <EmptyPetal />
    {first === 'quiet' ? null : (
      <path d={halfPetal(0, SCALES[first])} className={SOLID} transform="translate(-0.9 0)" />
    )}
    {second === 'quiet' ? null : (
      <path
        d={halfPetal(1, SCALES[second])}
        className={OUTLINED}
        strokeWidth="1.6"
        strokeLinejoin="round"
        transform="translate(1.6 0)"
      />
    )}
  </>
)

const Days = ({ days, step, locale }: { days: number; step: BloomStep; locale: string }) => (
  <>
    <span className="whitespace-nowrap">{translate(locale, dashboardMessages)('bloom.days', { days })}</span>{' '}
    <span className="whitespace-nowrap text-ink-3">{stepWords(step, locale)}</span>
  </>
)

type BloomPetal = Pick<TypeDays, 'type' | 'steps'> & Readonly<{ days: Pair<number> }>

type FlowerFigureProps = Readonly<{
  types: readonly BloomPetal[]
  /** The names, in the order in which the two paired. */
  people: Pair<string>
  locale: string
  /** All of it in words; how to read it; what opens the table, and what the table is. */
  words: Readonly<Record<'label' | 'caption' | 'summary' | 'numbers', string>>
}>

/** Five petals of two halves in four steps, their legend and their table, of whatever stretch of days. */
export const FlowerFigure = ({ types, people, words, locale }: FlowerFigureProps) => {
  const t = translate(locale, dashboardMessages)
  const steps = new Map(types.map((type) => [type.type, type.steps]))
  return (
    <figure>
      <Flower
        locale={locale}
        label={words.label}
        petal={(type) => <Petal steps={steps.get(type) ?? ['quiet', 'quiet']} />}
      />
      <Legend who={[t('bloom.solid', { name: people[0] }), t('bloom.outlined', { name: people[1] })]}>
        {words.caption}
      </Legend>
      <FigureTable
        locale={locale}
        summary={words.summary}
        caption={words.numbers}
        people={people}
        rows={types.map(({ type, days, steps: petalSteps }) => ({
          type,
          cells: [
            <Days key="first" days={days[0]} step={petalSteps[0]} locale={locale} />,
            <Days key="second" days={days[1]} step={petalSteps[1]} locale={locale} />,
          ],
        }))}
      />
    </figure>
  )
}

type DashboardBloomProps = Readonly<{
  fed: DaysFed
  /** The names, in the order in which the two paired. */
  people: Pair<string>
  locale: string
}>

/** Who has been feeding what, at a glance: the last four weeks. */
export const Bloom = ({ fed, people, locale }: DashboardBloomProps) => {
  const t = translate(locale, dashboardMessages)
  const words = {
    label: bloomWords(fed, people, locale),
    caption: t('bloom.caption'),
    summary: t('bloom.showNumbers'),
    numbers: t('bloom.numbers'),
  }
  return (
    <FlowerFigure
      types={fed.types.map(({ lastDays: days, ...type }) => ({ ...type, days }))}
      people={people}
      words={words}
      locale={locale}
    />
  )
}
