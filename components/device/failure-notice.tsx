'use client'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { canRetry, type Failure } from '@/lib/device/failures'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { useTranslations } from '@/lib/messages/use-translations'
import { EarlierState } from '@/lib/vault/vault-error'
import { useFailure } from './use-failure'

export type FailureNoticeProps = Readonly<{
  error: unknown
  /** The room's own mapping, if it has its own sentences. */
  failureOf?: ((error: unknown) => Failure) | undefined
  /** The partner's name, if known. */
  name?: string | undefined
  onAgain?: (() => void) | undefined
  className?: string | undefined
}>

/**
 * Shows why something failed, and a retry if that can help. Renders nothing without an error, or when `EarlierRows`
 * asks.
 */
export function FailureNotice({ error, failureOf, name, onAgain, className }: FailureNoticeProps) {
  const t = useTranslations(failureMessages)
  const inWords = useFailure(failureOf)
  if (!error || error instanceof EarlierState) return null
  return (
    <div
      role="alert"
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-line py-2 text-small text-ink-2',
        className,
      )}
    >
      <span className="min-w-0 flex-1 basis-48">{inWords(error, name)}</span>
      {onAgain && canRetry(error) ? (
        <Button variant="link" onClick={onAgain}>
          {t('again')}
        </Button>
      ) : null}
    </div>
  )
}
