'use client'
import { useState, type SubmitEvent } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { Progress } from '@/components/ui/waiting'
import type { Recovery } from '@/lib/accounts/recovery'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { codeOf } from '@/lib/device/failures'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { DeviceUseField } from './device-use-field'
import { DeviceWatch } from '@/components/device/device-watch'
import { EarlierQuestion } from '@/components/device/earlier-question'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { PhraseChooser } from './phrase-choice'
import { usePhraseChoice } from './use-phrase-choice'

type NewPhraseFormProps = Readonly<{
  recovery: Recovery
  email: string
  onDone: () => void
  /** The ten minutes after the spare page are over. */
  onLate: () => void
}>

/** After the spare page was right: asks for a new phrase, and who else uses this device. */
export function NewPhraseForm({ recovery, email, onDone, onLate }: NewPhraseFormProps) {
  const t = useTranslations(accountsMessages)
  const device = useTranslations(deviceMessages)
  const choice = usePhraseChoice([email])
  const [onlyMe, setOnlyMe] = useState<boolean | null>(null)
  const [wrong, setWrong] = useState<{ phrase?: string; who?: string }>({})
  const [attempt, setAttempt] = useState(0)

  const common = useTranslations(failureMessages)
  const inWords = useFailure()
  const { run, busy, failure, clear } = useAction(
    async (acceptEarlier: boolean) => {
      if (choice.phrase === null || onlyMe === null) return
      await recovery.choose({ phrase: choice.phrase, onlyMe, acceptEarlier })
      onDone()
    },
    (error) => {
      const code = codeOf(error)
      return { code, text: code === 'not-known' ? t('recover.late') : inWords(error) }
    },
    { leaves: true },
  )
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const own = choice.kind === 'own'
    const short = own && (choice.phrase ?? '').trim().length < 14
    const weak = own && choice.strength !== null && choice.strength.is !== 'strong'
    const next = {
      ...(short ? { phrase: common('phraseShort') } : weak && { phrase: t('strength.refused') }),
      ...(onlyMe === null && { who: t('whoMissing') }),
    }
    setWrong(next)
    clear()
    setAttempt((n) => n + 1)
    if (Object.keys(next).length === 0) run(false)
  }
  if (failure?.code === 'earlier-state') return <EarlierQuestion onYes={() => run(true)} onNo={onLate} />
  const fields = [
    ...(wrong.phrase ? [{ id: 'new-password', text: wrong.phrase }] : []),
    ...(wrong.who ? [{ id: 'device-use', text: t('whoMissingNamed') }] : []),
  ]
  const title = failure?.text ?? (fields.length > 0 ? t('missing') : null)
  return (
    <form method="post" noValidate onSubmit={onSubmit}>
      <DeviceWatch />
      <PageHeading lead={t('recover.newLead')}>{t('recover.newTitle')}</PageHeading>
      <ErrorSummary className="mt-6" title={title} fields={fields} attempt={failure ?? attempt} />
      <div className="mt-7">
        <PhraseChooser choice={choice} email={email} error={wrong.phrase ?? null} />
      </div>
      <DeviceUseField className="mt-7" onlyMe={onlyMe} onChange={setOnlyMe} error={wrong.who ?? null} />
      <SubmitButton wide className="mt-7" busy={busy} busyLabel={t('recover.saving')} disabled={choice.phrase === null}>
        {t('recover.save')}
      </SubmitButton>
      {busy ? <Progress className="mt-4" label={device('working')} /> : null}
    </form>
  )
}
