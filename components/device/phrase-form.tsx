'use client'
import { useState, type SubmitEvent } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { Progress } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { openByPhrase } from '@/lib/device/open-journal'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { EarlierQuestion } from './earlier-question'
import { failureOf, type Failure } from './failure'
import { PhraseField } from './phrase-field'

type PhraseFormProps = Readonly<{ onOpen?: () => void; className?: string | undefined }>

/** Opens the journal of whoever is signed in here with their phrase. */
export function PhraseForm({ onOpen, className }: PhraseFormProps) {
  const t = useTranslations(accountsMessages)
  const [phrase, setPhrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const open = async (acceptEarlier: boolean) => {
    setBusy(true)
    setFailure(null)
    try {
      await openByPhrase(browserDevice(), phrase, { acceptEarlier })
      onOpen?.()
    } catch (error) {
      setFailure(failureOf(error))
      setBusy(false)
    }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!busy && phrase.trim() !== '') void open(false)
  }
  if (failure?.key === 'earlier') return <EarlierQuestion onYes={() => void open(true)} onNo={() => setFailure(null)} />
  return (
    <form method="post" onSubmit={submit} className={className}>
      <PhraseField
        kind="current-password"
        name="phrase"
        required
        label={t('phrase')}
        value={phrase}
        onChange={(event) => setPhrase(event.target.value)}
        error={failure ? t(`failure.${failure.key}`, { wait: failure.wait }) : null}
      />
      <SubmitButton className="mt-4" busy={busy} busyLabel={t('open.submitting')}>
        {t('open.submit')}
      </SubmitButton>
      {busy ? <Progress className="mt-4" label={t('working')} /> : null}
    </form>
  )
}
