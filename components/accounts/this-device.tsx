'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { browserDevice } from '@/lib/device/browser-device'
import { lockDevice } from '@/lib/device/device-lock'
import { sendDeviceUse } from '@/lib/device/device-use'
import { canRetry } from '@/lib/device/failures'
import { isOnlyMine } from '@/lib/device/kept-use'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { useTranslations } from '@/lib/messages/use-translations'
import { DeviceUseField } from './device-use-field'
import { useJournal } from '@/components/device/use-journal'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'

type ThisDeviceProps = Readonly<{
  personId: string
  onlyMe: boolean
  /** Called with who uses it, as far as this page knows. */
  onUse: (onlyMe: boolean) => void
}>

/** Settings of this device: who else uses it, and a button that locks it. */
export function ThisDevice({ personId, onlyMe: saved, onUse }: ThisDeviceProps) {
  const t = useTranslations(accountsMessages)
  const [onlyMe, setOnlyMe] = useState(saved)
  const sent = useRef(saved)
  const chosen = useRef(saved)
  const tried = useRef(saved)
  useEffect(() => {
    const showRecord = (isMine: boolean) => {
      // what was chosen here counts, unless a choice was just made
      if (isMine || !sent.current || chosen.current !== sent.current) return
      sent.current = false
      chosen.current = false
      setOnlyMe(false)
    }
    // without its code nothing is known, and the server's answer stays
    isOnlyMine(browserDevice().store, personId).then(showRecord, () => {})
  }, [personId])
  useEffect(() => onUse(onlyMe), [onUse, onlyMe])
  const inWords = useFailure()
  const again = useTranslations(failureMessages)('again')
  useJournal() // opens the journal, so that it can stay open if only this person uses the device

  const { run, failure } = useAction(
    async () => {
      // A choice made while an earlier one is being sent is sent after it, even if that one failed.
      for (;;) {
        const next = (tried.current = chosen.current)
        try {
          await sendDeviceUse(browserDevice(), personId, next)
          sent.current = next
          if (chosen.current === next) return
        } catch (error) {
          if (chosen.current !== next) continue
          // *Others too* holds on this device already. *Only me* needs the server's half of the key.
          if (next) setOnlyMe((chosen.current = sent.current))
          throw error
        }
      }
    },
    (error) => ({ error }),
  )
  const choose = (next: boolean) => {
    chosen.current = next
    setOnlyMe(next)
    run()
  }
  const lock = async () => {
    await lockDevice(browserDevice())
    location.reload()
  }
  return (
    <>
      {/* not a FailureNotice, whose code would be one more chunk of this page */}
      <ErrorSummary className="mb-2" title={failure && inWords(failure.error)} />
      {failure && canRetry(failure.error) ? (
        <Button variant="link" className="mb-2" onClick={() => choose(tried.current)}>
          {again}
        </Button>
      ) : null}
      <DeviceUseField onlyMe={onlyMe} onChange={choose} />
      <div className="mt-5">
        <Button size="small" icon={<Icon icon="lock" size={16} />} onClick={() => void lock()}>
          {t('settings.lock')}
        </Button>
        <p className="mt-2 text-small text-ink-3">{t('settings.lockHint')}</p>
      </div>
    </>
  )
}
