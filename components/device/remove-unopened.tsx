'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useAction } from '@/components/ui/use-action'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { FailureNotice } from './failure-notice'

/**
 * Removes a row of the viewer's that can't be opened here. It asks first, because nothing can bring such a row back, and
 * another device may still open it.
 */
export function RemoveUnopened({ remove }: Readonly<{ remove: () => Promise<unknown> }>) {
  const t = useTranslations(deviceMessages, 'unopened')
  // null before it asked: after a no the focus is on the button that asked
  const [asks, setAsks] = useState<boolean | null>(null)
  const { run, busy, failure } = useAction(remove, (error) => ({ error }))
  if (!asks)
    return (
      <Button variant="link" autoFocus={asks === false} onClick={() => setAsks(true)}>
        {t('remove')}
      </Button>
    )
  return (
    <div className="mt-1 max-w-104">
      <p className="text-small text-ink-2">{t('sure')}</p>
      <FailureNotice error={failure?.error} className="mt-2" />
      <p className="mt-1 flex flex-wrap gap-x-5">
        <Button variant="link" busy={busy} busyLabel={t('removing')} onClick={() => run()}>
          {t('yes')}
        </Button>
        <Button variant="link" autoFocus onClick={() => setAsks(false)}>
          {t('no')}
        </Button>
      </p>
    </div>
  )
}
