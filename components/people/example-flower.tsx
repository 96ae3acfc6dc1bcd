import { Flower, Petal } from '@/components/intimacy/flower'
import { exampleMessages } from '@/lib/messages/rooms/example'
import { translate } from '@/lib/messages/translate'

/** Made-up days fed, in thirds of a petal. */
const THIRDS = {
  emotional: [3, 2],
  physical: [1, 3],
  intellectual: [2, 1],
  experiential: [3, 3],
  spiritual: [1, 2],
} as const

/** A made-up picture of what two people have been feeding, as Lately draws it. */
export function ExampleFlower({ locale }: { locale: string }) {
  const t = translate(locale, exampleMessages)
  return (
    <>
      <Flower locale={locale} label={t('flower')} petal={(type) => <Petal thirds={THIRDS[type]} />} />
      <p className="mx-auto mt-4 text-center text-small text-ink-3">{t('flower')}</p>
    </>
  )
}
