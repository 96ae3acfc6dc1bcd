'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode, SubmitEvent } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { useJournal } from '@/components/device/use-journal'
import { WhenOpen } from '@/components/device/when-open'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { useUnsent } from '@/components/ui/use-unsent'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { codeOf } from '@/lib/device/failures'
import type { Ritual } from '@/lib/rituals/contract'
import { sendAgreement } from '@/lib/rituals/device'
import { MeaningField } from './meaning-field'

type AgreeFormProps = Readonly<{
  ritual: Ritual
  partnerName: string
  /** The yes, which names the first date. */
  yes: string
  /** A link to suggest other terms instead. */
  suggest: ReactNode
}>

/**
 * Says yes to the terms on this page, with what the ritual means to the viewer, which may stay empty. Must not be keyed
 * by the terms: newer ones keep what was typed.
 */
export function AgreeForm({ ritual, partnerName, yes, suggest }: AgreeFormProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const journal = useJournal()
  const unsent = useUnsent(`agree ${ritual.id}`, { text: '' })
  const { text } = unsent.fields
  const inWords = useFailure()
  const { run, busy, failure } = useAction(
    async () => {
      await sendAgreement(browserDevice(), ritual, journal.is === 'open' ? { vault: journal.vault, text } : null)
      unsent.sent()
      router.refresh()
    },
    (error) => {
      if (codeOf(error) === 'version-changed') router.refresh() // shows the newer terms, and keeps what was typed
      return inWords(error, partnerName)
    },
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form noValidate onSubmit={submit} aria-labelledby="agree" className="mt-8">
      <h2 id="agree" className="type-heading mb-3">
        {t('one.agreeTitle')}
      </h2>
      <ErrorSummary title={failure} className="mb-4" />
      {unsent.notice}
      <WhenOpen lines={5}>
        {() => (
          <MeaningField
            id="meaning"
            hint={t('one.agreeHint', { name: partnerName })}
            value={text}
            onChange={(text) => unsent.change({ text })}
          />
        )}
      </WhenOpen>
      <div className="mt-5 flex flex-wrap items-center gap-2.5">
        <SubmitButton className="min-w-40" busy={busy} busyLabel={t('one.agreeing')}>
          {yes}
        </SubmitButton>
        {suggest}
      </div>
    </form>
  )
}
