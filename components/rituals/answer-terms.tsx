'use client'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { useHydrated } from '@/components/ui/hydrated'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Ritual } from '@/lib/rituals/contract'
import { sendAgreement, sendTermsClosing } from '@/lib/rituals/device'

type AnswerTermsProps = Readonly<{
  ritual: Ritual
  /** The id of the suggested terms on this page. */
  termsId: string
  mine: boolean
  partnerName: string
  /** A link to suggest others. */
  suggest: ReactNode
}>

/**
 * Answers suggested terms: yes, others again, or keep it as it is. If newer terms are open by now, they are shown
 * instead.
 */
export function AnswerTerms({ ritual, termsId, mine, partnerName, suggest }: AnswerTermsProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const hydrated = useHydrated()
  const [pressed, setPressed] = useState<'yes' | 'keep' | null>(null)
  const inWords = useFailure()
  const { run, busy, failure } = useAction(
    async (answer: 'yes' | 'keep') => {
      setPressed(answer)
      await (answer === 'yes'
        ? sendAgreement(browserDevice(), ritual, null)
        : sendTermsClosing(browserDevice(), ritual.id, termsId))
      showToast({ text: t(answer === 'yes' ? 'terms.agreedToast' : 'terms.keptToast') })
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
            disabled={!hydrated}
            busy={busy}
            busyLabel={pressed === 'yes' ? t('one.agreeing') : undefined}
            onClick={() => run('yes')}
          >
            {t('one.agree')}
          </Button>
        )}
        {suggest}
        <Button size="small" variant="quiet" disabled={!hydrated} busy={busy} onClick={() => run('keep')}>
          {t('terms.keep')}
        </Button>
      </div>
    </>
  )
}
