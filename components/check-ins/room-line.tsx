'use client'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { useTranslations } from '@/lib/messages/use-translations'

/** "Wanting room is not wanting less of you", beside the scale that it is about, as soon as it is chosen. */
export function RoomLine({ shown, className }: { shown: boolean; className: string }) {
  const t = useTranslations(checkInsMessages, 'ask')
  return (
    <p role="status" className={shown ? className : ''}>
      {shown ? t('room') : ''}
    </p>
  )
}
