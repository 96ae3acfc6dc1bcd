'use client'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { EarlierState } from '@/lib/vault/vault-error'
import { troubleOf } from './trouble'

type TroubledProps = Readonly<{ error: unknown; onAgain?: () => void; className?: string }>

/** What could not be done, in one sentence, and a way to try again. Nothing where nothing failed. */
export function Troubled({ error, onAgain, className }: TroubledProps) {
  const t = useTranslations(journalMessages, 'trouble')
  if (!error || error instanceof EarlierState) return null
  return (
    <div
      role="alert"
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-line py-2 text-small text-ink-2',
        className,
      )}
    >
      <span className="min-w-0 flex-1 basis-48">{t(troubleOf(error))}</span>
      {onAgain ? (
        <Button variant="link" onClick={onAgain}>
          {t('again')}
        </Button>
      ) : null}
    </div>
  )
}
