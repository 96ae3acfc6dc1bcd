import type { CSSProperties, ReactNode } from 'react'
import { Fieldset } from './choice'
import { classes } from './classes'
import { Input } from './native'

const STEPS = [1, 2, 3, 4, 5, 6, 7] as const
type ScaleStep = (typeof STEPS)[number]

/** The first or the last step: its accessible name, and the text under it. */
type ScaleEnd = Readonly<{ name: string; under: string }>

export type SevenStepsProps = Readonly<{
  legend: ReactNode
  hideLegend?: boolean | undefined
  id: string
  value: ScaleStep | null
  onChange: (step: ScaleStep) => void
  first: ScaleEnd
  last: ScaleEnd
  /** The accessible name of a step between them. */
  between: (step: ScaleStep) => string
  renderMark: (step: ScaleStep) => ReactNode
  /** For small marks, which need no more room on a wide screen. */
  narrow?: boolean | undefined
  disabled?: boolean | undefined
  error?: string | undefined
  className?: string | undefined
}>

/** A scale of seven steps as native radios: one tap, or the arrow keys. Nothing is chosen at first. */
export function SevenSteps({
  legend,
  hideLegend,
  id,
  value,
  onChange,
  first,
  last,
  between,
  renderMark,
  narrow,
  disabled,
  error,
  className,
}: SevenStepsProps) {
  return (
    <Fieldset legend={legend} hideLegend={hideLegend} id={id} error={error} className={className}>
      {/* on the narrowest screens the steps take taps beside the page's text too, so that each is wide enough for a thumb */}
      <div className={classes('grid grid-cols-7 max-narrow:-mx-3.5', narrow && 'max-w-112')}>
        {STEPS.map((step) => (
          <label
            key={step}
            className={classes(
              'ring-within relative grid min-h-13.5 rounded-field transition-colors duration-160',
              !narrow && 'wide:min-h-16',
              step !== value && 'opacity-75 hover:opacity-100',
            )}
          >
            <Input
              type="radio"
              name={id}
              value={step}
              checked={step === value}
              disabled={disabled}
              onChange={() => onChange(step)}
              className="over-input"
              aria-label={step === 1 ? first.name : step === 7 ? last.name : between(step)}
            />
            {/* what is drawn stays inside the text's margins */}
            <span
              className={classes(
                'step-mark pointer-events-none grid grid-cols-1 place-items-center rounded-field',
                step === value && 'chosen bg-surface inset-ring-2 inset-ring-current',
              )}
              style={{ '--from-middle': step - 4 } as CSSProperties}
            >
              {renderMark(step)}
            </span>
          </label>
        ))}
      </div>
      <p
        aria-hidden="true"
        className={classes(
          'mt-1.5 flex justify-between text-center text-smallest text-ink-3 narrow:*:min-w-1/7',
          narrow ? 'max-w-112' : 'max-w-none',
        )}
      >
        {/* each is centred below its step, where it is not wider than that */}
        <span>{first.under}</span>
        <span>{last.under}</span>
      </p>
    </Fieldset>
  )
}
