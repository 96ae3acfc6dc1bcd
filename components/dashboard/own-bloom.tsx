import { Flower } from '@/components/intimacy/flower'
import { TypeMark } from '@/components/intimacy/type-mark'
import { WholePetal } from '@/components/intimacy/whole-petal'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import type { BloomStep } from '@/lib/dashboard/days-fed'
import { stepName } from '@/lib/dashboard/in-words'
import type { OwnDaysFed } from '@/lib/dashboard/own-days-fed'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { translate } from '@/lib/messages/translate'

/** The share of a petal's area that is filled. */
const SHARE: Readonly<Record<BloomStep, number>> = { quiet: 0, aLittle: 1 / 3, often: 2 / 3, aLot: 1 }

/** What one person's own pages were about in the last four weeks, at a glance, with its table. */
export const OwnBloom = ({ fed: { types, hasPages }, locale }: { fed: OwnDaysFed; locale: string }) => {
  const t = translate(locale, ownPagesMessages, 'layer')
  const steps = new Map(types.map(({ type, step }) => [type, step]))
  const inWords = types.map(({ type, step }) =>
    t('ofType', { type: translate(locale, intimacyMessages)(type), step: stepName(step, locale) }),
  )
  return (
    <figure>
      <Flower
        locale={locale}
        label={t('label', { types: inWords.join('; ') })}
        petal={(type) => <WholePetal share={SHARE[steps.get(type) ?? 'quiet']} />}
      />
      <figcaption className="mt-3 text-center text-small text-ink-3">{t('caption')}</figcaption>
      {hasPages ? (
        <Disclosure summary={t('showNumbers')} icon={<Icon icon="table-2" />} className="mt-2">
          <table className="numbers numbers-wide">
            <caption className="sr-only">{t('numbers')}</caption>
            <thead>
              <tr className="text-ink-3">
                <th scope="col" className="w-[55%] font-strong">
                  {t('type')}
                </th>
                <th scope="col" className="font-strong">
                  {t('days')}
                </th>
              </tr>
            </thead>
            <tbody>
              {types.map(({ type, lastDays, step }) => (
                <tr key={type}>
                  <th scope="row">
                    <TypeMark type={type} locale={locale} />
                  </th>
                  <td>
                    {lastDays} <span className="whitespace-nowrap text-ink-3">{stepName(step, locale)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      ) : null}
    </figure>
  )
}
