import { Section } from '@/components/ui/page-heading'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { MonthTexts } from './opened-month'
import { MomentsInMonth, SharedInMonth } from './shared-in-month'
import type { ShownMonth } from './shown-month'

/** The moments of a month that were put into words, and the pages that either shared in it. */
export function RememberedInMonth({ shown, className }: { shown: ShownMonth; className?: string }) {
  const { locale, monthKey, first, last, names, both, two } = shown
  const t = translate(locale, monthsMessages)
  const span = { coupleId: monthKey.coupleId, first, last, month: names.month }
  return (
    <MonthTexts>
      <Section id="moments" title={t('moments.title')} className={className}>
        <MomentsInMonth {...span} both={both} />
      </Section>
      <Section id="shared" title={t('shared.title')} className={className}>
        <SharedInMonth {...span} people={two} />
      </Section>
    </MonthTexts>
  )
}
