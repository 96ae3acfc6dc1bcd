'use client'
import { SevenSteps, type SevenStepsProps } from '@/components/ui/seven-steps'
import { rememberedMessages } from '@/lib/messages/rooms/remembered'
import { useTranslations } from '@/lib/messages/use-translations'
import type { FeltStep } from '@/lib/plans/contract'

/** Eight rays. Without them the disc would be the sign of a person. */
const RAYS =
  'M12 3.4V1M12 20.6V23M3.4 12H1M20.6 12H23M5.9 5.9 4.2 4.2M18.1 18.1l1.7 1.7M18.1 5.9l1.7-1.7M5.9 18.1l-1.7 1.7'

/** The sun of a step: it is small at 1, and largest at 7. */
export const FeltMark = ({ step, className }: { step: FeltStep; className?: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" className={className ?? ''}>
    <path d={RAYS} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    <circle cx="12" cy="12" r={0.5 + 0.85 * step} fill="currentColor" />
  </svg>
)

type FeltScaleProps = Pick<SevenStepsProps, 'id' | 'legend' | 'value' | 'onChange' | 'disabled'>

/** Seven suns to choose from. */
export function FeltScale(scale: FeltScaleProps) {
  const t = useTranslations(rememberedMessages, 'felt')
  return (
    <SevenSteps
      {...scale}
      narrow
      first={{ name: t('first'), under: t('hard') }}
      last={{ name: t('last'), under: t('lovely') }}
      between={(step) => t('step', { step })}
      renderMark={(step) => <FeltMark step={step} className="size-7" />}
    />
  )
}
