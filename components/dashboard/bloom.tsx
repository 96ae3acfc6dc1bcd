'use client'
import { fedPetals } from '@/components/intimacy/fed-petals'
import { drawsOf, Flower, Petal, type Thirds } from '@/components/intimacy/flower'
import { useObservable } from '@/components/ui/use-observable'
import type { Pair } from '@/lib/couples/people'
import type { BloomStep, DaysFed, TypeDays } from '@/lib/dashboard/days-fed'
import { bloomLabel, stepName } from '@/lib/dashboard/in-words'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { FigureTable } from './figure-table'
import { Legend } from './legend'

const THIRDS: Readonly<Record<BloomStep, Thirds>> = { quiet: 0, aLittle: 1, often: 2, aLot: 3 }

const Days = ({ days, step, locale }: { days: number; step: BloomStep; locale: string }) => (
  <>
    <span className="whitespace-nowrap">{translate(locale, dashboardMessages)('bloom.days', { days })}</span>{' '}
    <span className="whitespace-nowrap text-ink-3">{stepName(step, locale)}</span>
  </>
)

type BloomPetal = Pick<TypeDays, 'type' | 'steps'> & Readonly<{ days: Pair<number> }>

type FlowerFigureProps = Readonly<{
  types: readonly BloomPetal[]
  /** The names, in pairing order. */
  people: Pair<string>
  locale: string
  /** The label of the figure, how to read it, what opens the table, and the table's caption. */
  labels: Readonly<Record<'label' | 'caption' | 'summary' | 'numbers', string>>
}>

type FlowerOfTwoProps = Readonly<{
  types: readonly BloomPetal[]
  label: string
  locale: string
  /** `small`: without the names of the types. */
  look?: 'small'
}>

/** A flower of five petals with two halves in four steps. */
export const FlowerOfTwo = ({ types, label, locale, look }: FlowerOfTwoProps) => {
  const justFed = useObservable(fedPetals, null)
  const thirds = new Map(types.map(({ type, steps }) => [type, [THIRDS[steps[0]], THIRDS[steps[1]]] as const]))
  return (
    <Flower
      locale={locale}
      label={label}
      look={look}
      petal={(type) => <Petal thirds={thirds.get(type) ?? [0, 0]} draws={drawsOf(justFed, type)} />}
    />
  )
}

/** The same with its legend and its table, for any span of days. */
export const FlowerFigure = ({ types, people, labels, locale }: FlowerFigureProps) => {
  const t = translate(locale, dashboardMessages)
  return (
    <figure>
      <FlowerOfTwo types={types} label={labels.label} locale={locale} />
      <Legend who={[t('bloom.solid', { name: people[0] }), t('bloom.outlined', { name: people[1] })]}>
        {labels.caption}
      </Legend>
      <FigureTable
        locale={locale}
        summary={labels.summary}
        caption={labels.numbers}
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
  /** The names, in pairing order. */
  people: Pair<string>
  locale: string
}>

/** Who has been feeding what in the last four weeks, at a glance. */
export const Bloom = ({ fed, people, locale }: DashboardBloomProps) => {
  const t = translate(locale, dashboardMessages)
  const labels = {
    label: bloomLabel(fed, people, locale),
    caption: t('bloom.caption'),
    summary: t('bloom.showNumbers'),
    numbers: t('bloom.numbers'),
  }
  return (
    <FlowerFigure
      types={fed.types.map(({ lastDays: days, ...type }) => ({ ...type, days }))}
      people={people}
      labels={labels}
      locale={locale}
    />
  )
}
