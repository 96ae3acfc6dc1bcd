'use client'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { removeWorker } from '@/components/device/when-offline'
import { browserDevice } from '@/lib/device/browser-device'
import { signOut } from '@/lib/device/device-lock'
import { forgetMarksOf } from '@/lib/local-marks'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

/** Signs out. Drafts stay on this device, sealed. */
export function SignOut({ personId }: { personId: string }) {
  const t = useTranslations(accountsMessages)
  const inWords = useFailure()
  const { run, busy, failure } = useAction(
    async () => {
      await signOut(browserDevice(), personId)
      forgetMarksOf(personId)
      await removeWorker()
      location.replace('/') // a full load, so that no part of the pages stays in memory
    },
    inWords,
    { leaves: true },
  )
  return (
    <>
      <ErrorSummary className="mb-4" title={failure} />
      <Button size="small" icon={<Icon icon="log-out" size={16} />} busy={busy} onClick={run}>
        {t('settings.signOut')}
      </Button>
      <p className="mt-2 text-small text-ink-3">{t('settings.signOutHint')}</p>
    </>
  )
}
