'use client'
import { useState } from 'react'
import { classes } from '@/components/ui/classes'
import { Fieldset } from '@/components/ui/choice'
import { Input } from '@/components/ui/native'
import { inProductOrder, INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useTranslations } from '@/lib/messages/use-translations'
import { hueOf } from './hue'
import { TypeIcon } from './type-mark'

type TypePickerProps = Readonly<{
  value: readonly IntimacyType[]
  /** Gets the types in product order. */
  onChange: (types: IntimacyType[]) => void
  /** The question; "What this fed, if anything" without it. */
  legend?: string
  hideLegend?: boolean
  /** What is wrong with the choice. With `id`, a summary of errors can link to it. */
  error?: string | undefined
  id?: string | undefined
  /** `bar`: five in one line, under a page that is being written. `rows`: each with its meaning. */
  look?: 'bar' | 'rows'
  /** The text under a bar while nothing is chosen; "Choose any, or none." by default. */
  whileNone?: string
  className?: string
}>

/** A choice of any of the five types, or none, with a line that says what a type means. */
export function TypePicker({
  value,
  onChange,
  legend,
  hideLegend,
  error,
  id,
  look = 'rows',
  whileNone,
  className,
}: TypePickerProps) {
  const t = useTranslations(intimacyMessages)
  const [lastTouched, setLastTouched] = useState<IntimacyType | null>(null)
  const toggle = (type: IntimacyType, on: boolean) => {
    setLastTouched(type)
    onChange(inProductOrder(on ? [...value, type] : value.filter((chosen) => chosen !== type)))
  }
  const shown = lastTouched ?? value[0]
  return (
    <Fieldset legend={legend ?? t('legend')} hideLegend={hideLegend} error={error} id={id} className={className}>
      <div className={look === 'bar' ? 'type-bar text-bar' : 'border-b border-line'}>
        {INTIMACY_TYPES.map((type) => (
          <label
            key={type}
            onFocus={() => setLastTouched(type)}
            className={classes(
              hueOf[type],
              'ring-within group/type relative transition-colors duration-160',
              look === 'bar'
                ? 'grid min-h-13.5 content-center justify-items-center gap-1 rounded-field font-strong text-ink-2 has-checked:bg-hue-tint has-checked:font-bold has-checked:text-hue-text'
                : 'flex min-h-14 items-center gap-3.5 border-t border-line py-2.5',
            )}
          >
            <Input
              type="checkbox"
              className="over-input peer"
              checked={value.includes(type)}
              onChange={(event) => toggle(type, event.target.checked)}
              {...(look === 'bar' ? { 'aria-description': t(`meaning.${type}`) } : {})}
            />
            {look === 'bar' ? (
              <>
                <TypeIcon type={type} size={20} className="text-ink-3 group-has-checked/type:text-hue-text" />
                {t(type)}
              </>
            ) : (
              <>
                <span
                  aria-hidden="true"
                  className="grid size-10 flex-none place-items-center rounded-place border border-line-strong text-ink-3 peer-checked:border-hue-text peer-checked:bg-hue-tint peer-checked:text-hue-text"
                >
                  <TypeIcon type={type} size={20} />
                </span>
                <span className="min-w-0 peer-checked:[&>b]:text-hue-text">
                  <b className="block">{t(type)}</b>
                  <span className="block text-small text-ink-3 first-letter:uppercase">{t(`meaning.${type}`)}</span>
                </span>
              </>
            )}
          </label>
        ))}
      </div>
      {look === 'bar' ? (
        <p className="mt-1.5 text-smallest text-ink-3">
          {shown ? t('line', { type: t(shown), meaning: t(`meaning.${shown}`) }) : (whileNone ?? t('choose'))}
        </p>
      ) : null}
    </Fieldset>
  )
}
