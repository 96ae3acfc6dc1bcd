'use client'
import { Button } from '@/components/ui/button'
import { Problem } from '@/lib/http/problem'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { VaultError } from '@/lib/vault/vault-error'

type ShareTroubleProps = Readonly<{ failure: unknown; name: string; onAgain: () => void }>

/** Why it was not shared, in a sentence, and what helps. */
export function ShareTrouble({ failure, name, onAgain }: ShareTroubleProps) {
  const t = useTranslations(journalMessages, 'share')
  if (!failure) return null
  const unpinned = failure instanceof VaultError && failure.code === 'no-pinned-partner'
  const alone = failure instanceof Problem && failure.code === 'not-paired'
  return (
    <div role="alert" className="mt-5 border-y border-line py-3">
      <p>{unpinned ? t('wait', { name }) : alone ? t('alone') : t('failed')}</p>
      {unpinned || alone ? null : (
        <Button variant="link" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
    </div>
  )
}
