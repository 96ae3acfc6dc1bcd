'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import type { MomentField } from '@/components/moments/moment-field'
import { useHydrated } from '@/components/ui/hydrated'
import { todayMessages } from '@/lib/messages/rooms/today'
import { useTranslations } from '@/lib/messages/use-translations'

const LateMomentField = latePart(async () => (await import('@/components/moments/moment-field')).MomentField, {
  waiting: <FieldPlace />,
})

/** The field of a moment on Today. Its code comes after the page's own, and its place is as high as the field. */
export const TodayMoment = (props: ComponentProps<typeof MomentField>) =>
  useHydrated() ? <LateMomentField {...props} /> : <FieldPlace />

function FieldPlace() {
  const t = useTranslations(todayMessages)
  return (
    <p aria-hidden="true" className="input type-letter-small max-w-none px-4 py-3.5 text-ink-3">
      {t('small')}
    </p>
  )
}
