'use client'
import { Button } from '@/components/ui/button'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { failureMessages } from '@/lib/messages/rooms/failure'

type EarlierQuestionProps = Readonly<{
  /** It was restored: continue with what the server answered. */
  onYes: () => void
  /** It was not restored: open nothing. */
  onNo: () => void
}>

/**
 * Asks once, when the server answers an earlier state than this device has seen: was it restored, or does it hide
 * something?
 */
export function EarlierQuestion({ onYes, onNo }: EarlierQuestionProps) {
  const t = useTranslations(deviceMessages, 'earlier')
  const failure = useTranslations(failureMessages)
  return (
    <div role="alert" className="border-y border-line py-5">
      <p className="type-lede max-w-[26em]">{failure('earlier')}</p>
      <p className="mt-2 text-small text-ink-3">{t('detail')}</p>
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button onClick={onYes}>{t('yes')}</Button>
        <Button variant="quiet" onClick={onNo}>
          {t('no')}
        </Button>
      </div>
    </div>
  )
}
