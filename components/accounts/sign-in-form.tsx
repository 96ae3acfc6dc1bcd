'use client'
import { useState, type SubmitEvent } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { Progress } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import * as contract from '@/lib/accounts/contract'
import { openByPhrase } from '@/lib/device/open-journal'
import { signIn } from '@/lib/accounts/sign-in'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { codeOf } from '@/lib/device/failures'
import { DeviceUseField } from './device-use-field'
import { DeviceWatch } from '@/components/device/device-watch'
import { EarlierQuestion } from '@/components/device/earlier-question'
import { InsecureStop, useInsecure } from '@/components/device/insecure-stop'
import { PhraseField } from '@/components/device/phrase-field'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { EmailField } from './email-field'

export type SignInFormProps = Readonly<{
  /** The person is signed in and their journal is open. */
  onDone: (vault: Vault) => void
  /** The button's label, "Sign in" by default. */
  submit?: string | undefined
  className?: string | undefined
}>

type SignInFaults = Partial<Record<'email' | 'phrase' | 'who', string>>

/** Asks for email, phrase, and who else uses this device. What was typed stays after a failure. */
export function SignInForm({ onDone, submit, className }: SignInFormProps) {
  const t = useTranslations(accountsMessages)
  const device = useTranslations(deviceMessages)
  const [email, setEmail] = useState('')
  const [phrase, setPhrase] = useState('')
  const [onlyMe, setOnlyMe] = useState<boolean | null>(null)
  const [wrong, setWrong] = useState<SignInFaults>({})
  const [attempt, setAttempt] = useState(0)
  const insecure = useInsecure()

  const inWords = useFailure()
  const { run, busy, failure, clear } = useAction(
    async (work: () => Promise<Vault>) => onDone(await work()),
    (error) => ({ code: codeOf(error), text: inWords(error) }),
    { leaves: true },
  )
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const next: SignInFaults = {
      ...(!contract.email.safeParse(email.trim()).success && { email: t('emailWrong') }),
      ...(phrase.trim() === '' && { phrase: t('phraseMissing') }),
      ...(onlyMe === null && { who: t('whoMissing') }),
    }
    setWrong(next)
    clear()
    setAttempt((n) => n + 1)
    if (Object.keys(next).length === 0 && onlyMe !== null)
      run(() => signIn(browserDevice(), { email: email.trim(), phrase, onlyMe }))
  }

  if (insecure) return <InsecureStop />
  if (failure?.code === 'earlier-state') {
    return (
      <EarlierQuestion
        onYes={() => run(() => openByPhrase(browserDevice(), phrase, { acceptEarlier: true }))}
        onNo={clear}
      />
    )
  }
  const fields = Object.entries({
    email: wrong.email,
    'current-password': wrong.phrase,
    'device-use': wrong.who && t('whoMissingNamed'),
  }).flatMap(([id, text]) => (text ? [{ id, text }] : []))
  const title = failure?.text ?? (fields.length > 0 ? t('missing') : null)
  return (
    <form method="post" noValidate onSubmit={onSubmit} className={className}>
      <DeviceWatch />
      <ErrorSummary className="mb-6" title={title} fields={fields} attempt={failure ?? attempt} />
      <EmailField value={email} error={wrong.email} onChange={setEmail} />
      <PhraseField
        className="mt-5"
        kind="current-password"
        name="phrase"
        label={device('phrase')}
        value={phrase}
        error={wrong.phrase}
        onChange={(event) => setPhrase(event.target.value)}
      />
      <DeviceUseField className="mt-7" onlyMe={onlyMe} onChange={setOnlyMe} error={wrong.who ?? null} />
      <SubmitButton wide className="mt-7" busy={busy} busyLabel={t('signIn.submitting')}>
        {submit ?? t('signIn.submit')}
      </SubmitButton>
      {busy ? <Progress className="mt-4" label={device('working')} /> : null}
    </form>
  )
}
