'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState, type SubmitEvent } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { browserDevice } from '@/lib/device/browser-device'
import * as contract from '@/lib/accounts/contract'
import { beginRecovery, type Recovery } from '@/lib/accounts/recovery'
import { failureOf, type Failure } from '@/components/device/failure'
import { InsecureStop, useInsecure } from '@/components/device/insecure-stop'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { NewPhraseForm } from './new-phrase-form'

/** With the spare page: first the page, then a new phrase. */
export function Recover() {
  const [opened, setOpened] = useState<{ recovery: Recovery; email: string } | null>(null)
  const router = useRouter()
  if (useInsecure()) return <InsecureStop />
  if (opened) return <NewPhraseForm {...opened} onDone={() => router.push('/today')} onLate={() => setOpened(null)} />
  return <PageForm onOpened={setOpened} />
}

function PageForm({ onOpened }: { onOpened: (opened: { recovery: Recovery; email: string }) => void }) {
  const t = useTranslations(accountsMessages)
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    // a camera that read the square of the page; what it read goes from the address bar at once
    const scanned = location.hash.slice(1)
    if (scanned === '') return
    history.replaceState(history.state, '', location.pathname)
    queueMicrotask(() => setCode(scanned))
  }, [])

  const send = async () => {
    setBusy(true)
    try {
      onOpened({ recovery: await beginRecovery(browserDevice(), { email: email.trim(), code }), email: email.trim() })
    } catch (error) {
      setFailure(failureOf(error))
      setBusy(false)
    }
    setAttempt((n) => n + 1)
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    setFailure(null)
    const badEmail = !contract.email.safeParse(email.trim()).success
    setWrong(badEmail ? t('emailWrong') : null)
    setAttempt((n) => n + 1)
    if (!badEmail) void send()
  }
  const onPage = failure?.key === 'notACode'
  const title =
    failure && !onPage
      ? failure.key === 'notKnown'
        ? t('recover.wrong')
        : t(`failure.${failure.key}`, { wait: failure.wait })
      : wrong || onPage
        ? t('mend')
        : null
  const fields = [
    ...(wrong ? [{ id: 'email', text: wrong }] : []),
    ...(onPage ? [{ id: 'code', text: t('failure.notACode') }] : []),
  ]
  return (
    <form method="post" noValidate onSubmit={onSubmit}>
      <PageHeading lead={t('recover.lead')}>{t('recover.title')}</PageHeading>
      <ErrorSummary className="mt-6" title={title} fields={fields} attempt={attempt} />
      <TextField
        className="mt-7"
        id="email"
        name="email"
        type="email"
        inputMode="email"
        label={t('email')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={email}
        error={wrong}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextArea
        className="mt-5"
        id="code"
        name="code"
        rows={2}
        label={t('recover.code')}
        hint={t('recover.codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        value={code}
        error={onPage ? t('failure.notACode') : null}
        onChange={(event) => setCode(event.target.value)}
      />
      <SubmitButton wide className="mt-7" busy={busy} busyLabel={t('recover.submitting')}>
        {t('recover.submit')}
      </SubmitButton>
      <p className="mt-6 measure text-small text-ink-3">{t('recover.none')}</p>
    </form>
  )
}
