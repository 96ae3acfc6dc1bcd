'use client'
import { SevenSteps, type SevenStepsProps } from '@/components/ui/seven-steps'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { useTranslations } from '@/lib/messages/use-translations'
import { Circles } from './circles'

type CircleScaleProps = Pick<
  SevenStepsProps,
  'legend' | 'hideLegend' | 'id' | 'value' | 'onChange' | 'error' | 'className'
> &
  Readonly<{ look?: 'now' | 'wish' | undefined }>

/** Seven pairs of circles to choose from. */
export function CircleScale({ look, ...scale }: CircleScaleProps) {
  const t = useTranslations(checkInsMessages, 'scale')
  return (
    <SevenSteps
      {...scale}
      first={{ name: t('first'), under: t('apart') }}
      last={{ name: t('last'), under: t('almostOne') }}
      between={(step) => t('step', { step })}
      renderMark={(step) => <Circles step={step} look={look} className="w-11 wide:w-13" />}
    />
  )
}
