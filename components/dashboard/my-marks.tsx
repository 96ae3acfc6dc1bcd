import { HopesForm } from '@/components/couples/hopes-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { Hopes } from '@/lib/couples/contract'
import type { LatelyView } from '@/lib/dashboard/lately-view'
import { translate } from '@/lib/messages/translate'

type MyMarksProps = Readonly<{ view: LatelyView['hopes']; mine: Hopes['mine']; className?: string | undefined }>

/** My own marks while they are blind: asked for, or shown to me alone. Nothing here says whether the other has marked. */
export function MyMarks({ view, mine, className }: MyMarksProps) {
  const t = translate('dashboard')
  if (view === 'both') return null
  if (view === 'ask') return <HopesForm mine={null} className={className ?? ''} />
  return (
    <Disclosure summary={t(view === 'mine' ? 'lately.marked' : 'lately.mark')} className={className}>
      <HopesForm mine={mine} className="pt-3 pb-6" />
    </Disclosure>
  )
}
