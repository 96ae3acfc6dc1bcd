'use client'
import { Button } from '@/components/ui/button'
import { rememberedMessages } from '@/lib/messages/rooms/remembered'
import { useTranslations } from '@/lib/messages/use-translations'

type TakeBackQuestionProps = Readonly<{ onYes: () => void; onNo: () => void }>

/** Asks once before a mark is taken back that can't be set again. */
export function TakeBackQuestion({ onYes, onNo }: TakeBackQuestionProps) {
  const t = useTranslations(rememberedMessages, 'takeBack')
  return (
    <div className="mt-2 max-w-104">
      <p className="text-small text-ink-2">{t('sure')}</p>
      <p className="mt-1 flex flex-wrap gap-x-5">
        <Button variant="link" onClick={onYes}>
          {t('yes')}
        </Button>
        <Button variant="link" autoFocus onClick={onNo}>
          {t('no')}
        </Button>
      </p>
    </div>
  )
}
