'use client'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { offerUndo, showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Ritual } from '@/lib/rituals/contract'
import type { Terms } from '@/lib/rituals/terms'
import { sendAgreement, sendSuggestionAgain, sendTermsClosing } from '@/lib/rituals/device'

type AnswerTermsProps = Readonly<{
  ritual: Ritual
  /** The id of the suggested terms on this page. */
  termsId: string
  mine: boolean
  partnerName: string
  /** The yes, which names the first date. */
  yes: string
  /** A link to suggest others. */
  suggest: ReactNode
}>

/**
 * Answers suggested terms: yes, others again, or keep it as it is. If newer terms are open by now, they are shown
 * instead.
 */
export function AnswerTerms({ ritual, termsId, mine, partnerName, yes, suggest }: AnswerTermsProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const [pressed, setPressed] = useState<'yes' | 'keep' | null>(null)
  const inWords = useFailure()
  const suggestAgain = (read: Ritual, terms: Terms) => () =>
    void sendSuggestionAgain(browserDevice(), read, terms)
      .then(
        () => t('one.backToast'),
        (error: unknown) => inWords(error, partnerName),
      )
      .then((text) => {
        showToast({ text })
        router.refresh()
      })
  const { run, busy, failure } = useAction(
    async (answer: 'yes' | 'keep') => {
      setPressed(answer)
      if (answer === 'yes') {
        await sendAgreement(browserDevice(), ritual, null)
        showToast({ text: t('terms.agreedToast') })
      } else {
        const closed = await sendTermsClosing(browserDevice(), ritual.id, termsId)
        // what the partner suggested is theirs to suggest again
        if (mine && ritual.suggested)
          offerUndo({ text: t('terms.keptToast'), undo: suggestAgain(closed, ritual.suggested) })
        else showToast({ text: t('terms.keptToast') })
      }
      router.refresh()
    },
    (error) => {
      router.refresh()
      return inWords(error, partnerName)
    },
  )
  return (
    <>
      <ErrorSummary title={failure} className="mt-5" />
      <div className="mt-5 flex flex-wrap gap-2.5">
        {mine ? null : (
          <Button
            variant="primary"
            size="small"
            busy={busy}
            busyLabel={pressed === 'yes' ? t('one.agreeing') : undefined}
            onClick={() => run('yes')}
          >
            {yes}
          </Button>
        )}
        {suggest}
        <Button size="small" variant="quiet" busy={busy} onClick={() => run('keep')}>
          {t('terms.keep')}
        </Button>
      </div>
    </>
  )
}
