import type { BloomStep, DaysFed, Pair, TypeDays } from '@/lib/dashboard/days-fed'
import { bloomWords, stepWords } from '@/lib/dashboard/in-words'
import { translate } from '@/lib/messages/translate'
import { FigureTable } from './figure-table'
import { Legend } from './legend'
import { EmptyPetal, Flower, halfPetal, OUTLINED, SOLID } from './petal'

// The area of a half follows the step, a third at a time, so its length follows the square root.
const SCALES: Readonly<Record<Exclude<BloomStep, 'quiet'>, number>> = { aLittle: Math.sqrt(1 / 3), often: Math.sqrt(2 / 3), aLot: 1 }

const Petal = ({ steps: [first, second] }: { steps: TypeDays['steps'] }) => (
  <>
    <EmptyPetal />
    {first === 'quiet' ? null : <path d={halfPetal(0, SCALES[first])} className={SOLID} transform="translate(-0.9 0)" />}
    {second === 'quiet' ? null : (
      <path d={halfPetal(1, SCALES[second])} className={OUTLINED} strokeWidth="1.6" strokeLinejoin="round" transform="translate(1.6 0)" />
    )}
  </>
)

const Days = ({ days, step }: { days: number; step: BloomStep }) => (
  <>
    <span className="whitespace-nowrap">{translate('dashboard')('bloom.days', { days })}</span>{' '}
    <span className="whitespace-nowrap text-ink-3">{stepWords(step)}</span>
  </>
)

type BloomProps = Readonly<{
  fed: DaysFed
  /** The names, in the order in which the two paired. */
  people: Pair<string>
}>

/** Who has been feeding what, at a glance: five petals of two halves, four steps, the last four weeks. */
export const Bloom = ({ fed, people }: BloomProps) => {
  const t = translate('dashboard')
  const steps = new Map(fed.types.map((type) => [type.type, type.steps]))
  return (
    <figure>
      <Flower label={bloomWords(fed, people)} petal={(type) => <Petal steps={steps.get(type) ?? ['quiet', 'quiet']} />} />
      <Legend who={[t('bloom.solid', { name: people[0] }), t('bloom.outlined', { name: people[1] })]}>{t('bloom.caption')}</Legend>
      <FigureTable
        summary={t('bloom.showNumbers')}
        caption={t('bloom.numbers')}
        people={people}
        rows={fed.types.map(({ type, lastDays, steps }) => ({
          type,
          cells: [<Days key="first" days={lastDays[0]} step={steps[0]} />, <Days key="second" days={lastDays[1]} step={steps[1]} />],
        }))}
      />
    </figure>
  )
}
