'use client'
import { useTranslations } from 'use-intl/react'
import { Fieldset } from '@/components/ui/choice'
import { classes } from '@/components/ui/classes'
import type { FeltStep } from '@/lib/plans/contract'

const STEPS: readonly FeltStep[] = [1, 2, 3, 4, 5, 6, 7]

/** Our own seven suns, each a little fuller than the one before: 1 is hardly begun, 7 is whole. */
export const FeltMark = ({ step, className }: { step: FeltStep; className?: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" className={className ?? ''}>
    <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <circle cx="12" cy="12" r={1.3 * step} fill="currentColor" />
  </svg>
)

type FeltScaleProps = Readonly<{ id: string; legend: string; value: FeltStep | null; onChange: (step: FeltStep) => void; disabled?: boolean | undefined }>

/** Seven steps as seven native radios: one tap, or the arrow keys. Nothing is chosen from the start. */
export function FeltScale({ id, legend, value, onChange, disabled }: FeltScaleProps) {
  const t = useTranslations('plans.felt')
  return (
    <Fieldset id={id} legend={legend}>
      <div className="-mx-1.5 grid max-w-[28rem] grid-cols-7">
        {STEPS.map((step) => (
          <label
            key={step}
            className={classes(
              'ring-within relative grid min-h-13.5 place-items-center rounded-field transition-colors duration-160',
              step === value ? 'chosen bg-surface inset-ring-2 inset-ring-current' : 'opacity-75 hover:opacity-100',
            )}
          >
            <input
              type="radio" name={id} value={step} checked={step === value} disabled={disabled} onChange={() => onChange(step)} className="over-input"
              aria-label={step === 1 ? t('first') : step === 7 ? t('last') : t('step', { step })}
            />
            <FeltMark step={step} className="size-7" />
          </label>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1.5 flex max-w-[28rem] justify-between text-smallest text-ink-3">
        <span>{t('hard')}</span>
        <span>{t('lovely')}</span>
      </p>
    </Fieldset>
  )
}
