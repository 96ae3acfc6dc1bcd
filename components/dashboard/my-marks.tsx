import { HopesForm } from '@/components/couples/hopes-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { HopesAnswer } from '@/lib/couples/contract'
import type { LatelyView } from '@/lib/dashboard/lately-view'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'

type MyMarksProps = Readonly<{
  view: LatelyView['hopes']
  mine: HopesAnswer['mine']
  locale: string
  className?: string | undefined
}>

/** My own marks while they are blind: asked for, or shown to me alone. Never says whether the partner has marked. */
export function MyMarks({ view, mine, locale, className }: MyMarksProps) {
  const t = translate(locale, dashboardMessages)
  if (view === 'both') return null
  if (view === 'ask') return <HopesForm mine={null} className={className ?? ''} />
  return (
    <Disclosure summary={t(view === 'mine' ? 'lately.marked' : 'lately.mark')} className={className}>
      <HopesForm mine={mine} className="pt-3 pb-6" />
    </Disclosure>
  )
}
