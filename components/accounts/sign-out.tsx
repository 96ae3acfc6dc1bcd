'use client'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { browserDevice } from '@/lib/device/browser-device'
import { signOut } from '@/lib/device/device-lock'
import { forgetMarksOf } from '@/lib/local-marks'
import { failureOf, type Failure } from '@/components/device/failure'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

/** Signs out here; what is being written stays on this device, sealed. */
export function SignOut({ personId }: { personId: string }) {
  const t = useTranslations(accountsMessages)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const leave = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await signOut(browserDevice(), personId)
      forgetMarksOf(personId)
      location.replace('/') // a full load, so that nothing of the pages stays in memory
    } catch (error) {
      setFailure(failureOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      <ErrorSummary className="mb-4" title={failure ? t(`failure.${failure.key}`, { wait: failure.wait }) : null} />
      <Button size="small" icon={<Icon of={LogOut} size={16} />} busy={busy} onClick={() => void leave()}>
        {t('settings.signOut')}
      </Button>
      <p className="mt-2 measure text-small text-ink-3">{t('settings.signOutHint')}</p>
    </>
  )
}
