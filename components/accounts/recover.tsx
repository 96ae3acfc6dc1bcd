'use client'
import { useEffect, useState, type SubmitEvent } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { browserDevice } from '@/lib/device/browser-device'
import * as contract from '@/lib/accounts/contract'
import { beginRecovery, type Recovery } from '@/lib/accounts/recovery'
import { InsecureStop, useInsecure } from '@/components/device/insecure-stop'
import { useAction } from '@/components/ui/use-action'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { useFailure } from '@/components/device/use-failure'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { codeOf } from '@/lib/device/failures'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { NewPhraseForm } from './new-phrase-form'
import { EmailField } from './email-field'

/** Recovers a journal: asks for the spare page, then for a new phrase. */
export function Recover() {
  const [opened, setOpened] = useState<{ recovery: Recovery; email: string } | null>(null)
  const leaveFor = useLeaveFor()
  if (useInsecure()) return <InsecureStop />
  if (opened) return <NewPhraseForm {...opened} onDone={() => leaveFor('/today')} onLate={() => setOpened(null)} />
  return <PageForm onOpened={setOpened} />
}

function PageForm({ onOpened }: { onOpened: (opened: { recovery: Recovery; email: string }) => void }) {
  const t = useTranslations(accountsMessages)
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    // The code from the QR code of the page. Remove it from the address bar at once.
    const scanned = location.hash.slice(1)
    if (scanned === '') return
    history.replaceState(history.state, '', location.pathname)
    queueMicrotask(() => setCode(scanned))
  }, [])

  const common = useTranslations(failureMessages)
  const inWords = useFailure()
  const { run, busy, failure, clear } = useAction(
    async () =>
      onOpened({ recovery: await beginRecovery(browserDevice(), { email: email.trim(), code }), email: email.trim() }),
    (error) => {
      const code = codeOf(error)
      return { code, text: code === 'not-known' ? t('recover.wrong') : inWords(error) }
    },
    { leaves: true },
  )
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    clear()
    const badEmail = !contract.email.safeParse(email.trim()).success
    setWrong(badEmail ? t('emailWrong') : null)
    setAttempt((n) => n + 1)
    if (!badEmail) run()
  }
  const onPage = failure?.code === 'bad-recovery-code' || failure?.code === 'wrong-recovery-code'
  const title = failure && !onPage ? failure.text : wrong || onPage ? t('missing') : null
  const fields = [
    ...(wrong ? [{ id: 'email', text: wrong }] : []),
    ...(onPage ? [{ id: 'code', text: common('notSparePage') }] : []),
  ]
  return (
    <form method="post" noValidate onSubmit={onSubmit}>
      <PageHeading lead={t('recover.lead')}>{t('recover.title')}</PageHeading>
      <ErrorSummary className="mt-6" title={title} fields={fields} attempt={failure ?? attempt} />
      <EmailField className="mt-7" value={email} error={wrong} onChange={setEmail} />
      <TextArea
        className="mt-5"
        id="code"
        name="code"
        rows={2}
        label={t('recover.code')}
        hint={t('recover.codeHint')}
        autoCapitalize="characters"
        autoCorrect="off"
        value={code}
        error={onPage ? common('notSparePage') : null}
        onChange={(event) => setCode(event.target.value)}
      />
      <SubmitButton wide className="mt-7" busy={busy} busyLabel={t('recover.submitting')}>
        {t('recover.submit')}
      </SubmitButton>
      <p className="mt-6 text-small text-ink-3">{t('recover.none')}</p>
    </form>
  )
}
