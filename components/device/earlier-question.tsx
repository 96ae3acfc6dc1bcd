'use client'
import { Button } from '@/components/ui/button'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { failureMessages } from '@/lib/messages/rooms/failure'

type EarlierQuestionProps = Readonly<{
  /** Yes, it was restored: go on from what is shown. */
  onYes: () => void
  /** Nobody restored it: open nothing. */
  onNo: () => void
}>

/** Asked once where a server shows less than this device has seen: it was restored, or something is hidden. */
export function EarlierQuestion({ onYes, onNo }: EarlierQuestionProps) {
  const t = useTranslations(deviceMessages, 'earlier')
  const failure = useTranslations(failureMessages)
  return (
    <div role="alert" className="border-y border-line py-5">
      <p className="type-lede max-w-[26em]">{failure('earlier')}</p>
      <p className="mt-2 measure text-small text-ink-3">{t('detail')}</p>
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button onClick={onYes}>{t('yes')}</Button>
        <Button variant="quiet" onClick={onNo}>
          {t('no')}
        </Button>
      </div>
    </div>
  )
}
