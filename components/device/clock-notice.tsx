'use client'
import { tabClock } from '@/lib/device/calendar'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { dayIn } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import type { Zone } from '@/lib/time/zone'

type ClockNoticeProps = Readonly<{
  /** How far the device's clock is ahead, in ms. */
  off: number
  zone: Zone
  locale: string
}>

/** Names a device clock that is on another day than the server's. Nothing where only the hour is wrong. */
export function ClockNotice({ off, zone, locale }: ClockNoticeProps) {
  const t = useTranslations(deviceMessages, 'clock')
  const present = tabClock.present()
  const [today, here] = [dayIn(present, zone), dayIn(new Date(present.getTime() + off), zone)]
  if (here === today) return null
  return (
    <aside aria-label={t('label')} className="no-print border-b border-line px-5 py-3 text-small text-ink-2 rail:px-11">
      <p role="status">{t('off', { here: formatDay(here, locale, today), today: formatDay(today, locale, here) })}</p>
    </aside>
  )
}
