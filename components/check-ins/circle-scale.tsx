'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { SevenSteps } from '@/components/ui/seven-steps'
import type { Step } from '@/lib/check-ins/contract'
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

/** Seven pairs of circles to choose from. */
export function CircleScale({ look, ...scale }: CircleScaleProps) {
  const t = useTranslations('checkIns.scale')
  return (
    <SevenSteps
      {...scale} first={{ name: t('first'), under: t('apart') }} last={{ name: t('last'), under: t('almostOne') }} between={(step) => t('step', { step })}
      draw={(step) => <Circles step={step} look={look} className="w-11 rail:w-13" />}
    />
  )
}
