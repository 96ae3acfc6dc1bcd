'use client'
import { useTranslations } from 'use-intl/react'
import { SevenSteps, type SevenStepsProps } from '@/components/ui/seven-steps'
import { Circles } from './circles'

type CircleScaleProps = Pick<
  SevenStepsProps,
  'legend' | 'hideLegend' | 'id' | 'value' | 'onChange' | 'error' | 'className'
> &
  Readonly<{ look?: 'now' | 'wish' | undefined }>

/** Seven pairs of circles to choose from. */
export function CircleScale({ look, ...scale }: CircleScaleProps) {
  const t = useTranslations('checkIns.scale')
  return (
    <SevenSteps
      {...scale}
      first={{ name: t('first'), under: t('apart') }}
      last={{ name: t('last'), under: t('almostOne') }}
      between={(step) => t('step', { step })}
      draw={(step) => <Circles step={step} look={look} className="w-11 rail:w-13" />}
    />
  )
}
