'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { useHydrated } from '@/components/ui/hydrated'
import { Icon } from '@/components/ui/icon'
import { browserDevice } from '@/lib/device/browser-device'
import { lockDevice } from '@/lib/device/device-lock'
import { sendDeviceUse } from '@/lib/device/device-use'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { DeviceUseField } from './device-use-field'
import { useJournal } from '@/components/device/use-journal'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'

/** Settings of this device: who else uses it, and a button that locks it. */
export function ThisDevice({ onlyMe: saved }: { onlyMe: boolean }) {
  const t = useTranslations(accountsMessages)
  const [onlyMe, setOnlyMe] = useState(saved)
  const inWords = useFailure()
  const hydrated = useHydrated()
  useJournal() // opens the journal, so that it can stay open if only this person uses the device

  const { run, failure } = useAction(async (next: boolean) => {
    setOnlyMe(next)
    try {
      await sendDeviceUse(browserDevice(), next)
    } catch (error) {
      setOnlyMe(!next)
      throw error
    }
  }, inWords)
  const lock = async () => {
    await lockDevice(browserDevice())
    location.reload()
  }
  return (
    <>
      <ErrorSummary className="mb-4" title={failure} />
      <DeviceUseField onlyMe={onlyMe} onChange={run} />
      <div className="mt-5">
        <Button
          size="small"
          icon={<Icon icon="lock" size={16} />}
          disabled={!hydrated}
          className="disabled:opacity-100"
          onClick={() => void lock()}
        >
          {t('settings.lock')}
        </Button>
        <p className="mt-2 text-small text-ink-3">{t('settings.lockHint')}</p>
      </div>
    </>
  )
}
