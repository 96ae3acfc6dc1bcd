'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Fieldset } from '@/components/ui/choice'
import { classes } from '@/components/ui/classes'
import type { Step } from '@/lib/check-ins/contract'
import { STEPS } from '@/lib/check-ins/steps'
import { Circles } from './circles'

type CircleScaleProps = Readonly<{
  legend: ReactNode
  hideLegend?: boolean | undefined
  id: string
  value: Step | null
  onChange: (step: Step) => void
  look?: 'now' | 'wish' | undefined
  error?: string | undefined
  className?: string | undefined
}>

/** Seven pairs of circles as seven native radios: one tap, or the arrow keys. Nothing is chosen from the start. */
export function CircleScale({ legend, hideLegend, id, value, onChange, look, error, className }: CircleScaleProps) {
  const t = useTranslations('checkIns.scale')
  return (
    <Fieldset legend={legend} hideLegend={hideLegend} id={id} error={error} className={className}>
      {/* where the page is narrowest they go to its edges, so that each stays wide enough for a thumb */}
      <div className="-mx-1.5 grid grid-cols-7 max-[22.5rem]:-mx-3.5">
        {STEPS.map((step) => (
          <label
            key={step}
            className={classes(
              'ring-within relative grid min-h-13.5 place-items-center rounded-field transition-colors duration-160 rail:min-h-16',
              step === value ? 'chosen bg-surface inset-ring-2 inset-ring-current' : 'opacity-75 hover:opacity-100',
            )}
          >
            <input
              type="radio" name={id} value={step} checked={step === value} onChange={() => onChange(step)} className="over-input"
              aria-label={step === 1 ? t('first') : step === 7 ? t('last') : t('step', { step })}
            />
            <Circles step={step} look={look} className="w-11 rail:w-13" />
          </label>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1.5 flex justify-between text-smallest text-ink-3">
        <span>{t('apart')}</span>
        <span>{t('almostOne')}</span>
      </p>
    </Fieldset>
  )
}
