'use client'
import { useState, type SubmitEvent } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { Progress } from '@/components/ui/waiting'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import { openingDevice } from '@/lib/device/late'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { codeOf } from '@/lib/device/failures'
import { EarlierQuestion } from './earlier-question'
import { PhraseField } from './phrase-field'

type PhraseFormProps = Readonly<{ onOpen?: () => void; className?: string | undefined }>

/** Opens the signed-in person's journal with their phrase. */
export function PhraseForm({ onOpen, className }: PhraseFormProps) {
  const t = useTranslations(deviceMessages)
  const [phrase, setPhrase] = useState('')
  const inWords = useFailure()
  const { run, busy, failure, clear } = useAction(
    async (acceptEarlier: boolean) => {
      const device = browserDevice()
      await openingDevice.openByPhrase(device, phrase, { acceptEarlier, locks: device.journal.locks() })
      onOpen?.()
    },
    (error) => ({ code: codeOf(error), text: inWords(error) }),
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (phrase.trim() !== '') run(false)
  }
  if (failure?.code === 'earlier-state') return <EarlierQuestion onYes={() => run(true)} onNo={clear} />
  return (
    <form method="post" onSubmit={submit} className={className}>
      <PhraseField
        kind="current-password"
        name="phrase"
        required
        label={t('phrase')}
        value={phrase}
        onChange={(event) => setPhrase(event.target.value)}
        error={failure?.text ?? null}
      />
      <SubmitButton className="mt-4" busy={busy} busyLabel={t('open.submitting')}>
        {t('open.submit')}
      </SubmitButton>
      {busy ? <Progress className="mt-4" label={t('working')} /> : null}
    </form>
  )
}
