'use client'
import { SevenSteps, type SevenStepsProps } from '@/components/ui/seven-steps'
import { rememberedMessages } from '@/lib/messages/rooms/remembered'
import { useTranslations } from '@/lib/messages/use-translations'
import type { FeltStep } from '@/lib/plans/contract'

/** The sun of a step: 1 is nearly empty, 7 is full. */
export const FeltMark = ({ step, className }: { step: FeltStep; className?: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" className={className ?? ''}>
    <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <circle cx="12" cy="12" r={1.3 * step} fill="currentColor" />
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
