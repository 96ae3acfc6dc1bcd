import type { ComponentProps } from 'react'
import { CancelButton } from '@/components/ui/form-in-place'
import { SubmitButton } from '@/components/ui/submit-button'
import { StepAction, useIsStep } from './step-footer'

type MonthFormButtonsProps = Readonly<{
  /** The id of the form. */
  form: string
  words: Readonly<Record<'submit' | 'busy' | 'leave', string>>
  /** Another question on the whole month's page comes first, so the button is not the primary one there. */
  quiet: boolean
  busy: boolean
  /** Where the form changes what was sent before. */
  changes?: Pick<ComponentProps<typeof CancelButton>, 'isChanged' | 'drop'>
}>

/** The buttons of a form in a month; where it changes what was sent, with a way to leave that as it is. */
export function MonthFormButtons({ form, words, quiet, busy, changes }: MonthFormButtonsProps) {
  const isStep = useIsStep()
  const button = (
    <SubmitButton form={form} variant={quiet && !isStep ? 'outline' : 'primary'} busy={busy} busyLabel={words.busy}>
      {words.submit}
    </SubmitButton>
  )
  if (!changes) return <StepAction className="mt-5">{button}</StepAction>
  return (
    <div className="mt-5 flex flex-wrap gap-2.5">
      <StepAction inRow>{button}</StepAction>
      <CancelButton size="normal" {...changes}>
        {words.leave}
      </CancelButton>
    </div>
  )
}
