'use client'
import { useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { Progress } from '@/components/ui/waiting'
import { PhraseField } from '@/components/device/phrase-field'
import { useFailure } from '@/components/device/use-failure'
import { sendNewSparePage } from '@/lib/accounts/spare-page'
import { browserDevice } from '@/lib/device/browser-device'
import { failuresBy } from '@/lib/device/failures'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'

type NewSparePageProps = Readonly<{
  vault: Vault
  /** The open journal holds the new code. */
  onDone: () => void
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null
}>

// The phrase was changed on another device meanwhile.
const failureOf = failuresBy(null, { 'not-known': 'wrongPhrase' })

/** Asks for the phrase, then makes a new spare page. The former one opens nothing from then on. */
export function NewSparePage({ vault, onDone, onCancel }: NewSparePageProps) {
  const t = useTranslations(accountsMessages)
  const device = useTranslations(deviceMessages)
  const [phrase, setPhrase] = useState('')
  const [missing, setMissing] = useState(false)
  const inWords = useFailure(failureOf)
  const { run, busy, failure } = useAction(async () => {
    await sendNewSparePage(browserDevice(), vault, phrase)
    onDone()
  }, inWords)
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(phrase.trim() === '')
    if (phrase.trim() !== '') run()
  }
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="no-print max-w-104">
      <ErrorSummary className="mb-5" title={failure} />
      <PhraseField
        kind="current-password"
        name="phrase"
        label={device('phrase')}
        value={phrase}
        error={missing ? t('phraseMissing') : null}
        onChange={(event) => setPhrase(event.target.value)}
      />
      <div className="mt-5 flex flex-wrap gap-2.5">
        <SubmitButton busy={busy} busyLabel={t('spare.making')}>
          {t('spare.make')}
        </SubmitButton>
        {onCancel ? (
          <Button variant="quiet" onClick={onCancel}>
            {t('spare.keep')}
          </Button>
        ) : null}
      </div>
      {busy ? <Progress className="mt-4" label={device('working')} /> : null}
    </form>
  )
}
