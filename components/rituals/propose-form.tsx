'use client'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { useJournal } from '@/components/device/use-journal'
import { WhenOpen } from '@/components/device/when-open'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { newProposalIds, propose } from '@/lib/rituals/device'
import { proposalOf, type Draft } from '@/lib/rituals/proposal'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import { failureOf, type RitualFailure } from './failure'
import { Preview } from './preview'
import { TermsFields, useGapFields } from './terms-fields'
import type { Onlookers } from '@/components/people/two-times'
import { MeaningField } from './meaning-field'

type ProposeFormProps = Onlookers &
  Readonly<{ partnerName: string; couple: string; weekStart: WeekStart; today: Day; serverNow: number }>

const FORM = 'propose'
/** A proposal: what, when and by whose clock, with its next dates at both clocks, and what it means to whoever proposes. */
export function ProposeForm({ partnerName, couple, weekStart, today, serverNow, ...onlookers }: ProposeFormProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const journal = useJournal()
  const [ids] = useState(newProposalIds)
  const [draft, setDraft] = useState<Draft>({
    title: '',
    types: [],
    weekdays: [],
    time: '20:00',
    minutes: 60,
    zone: onlookers.me.zone,
    everyWeeks: 1,
    startsOn: today,
  })
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ key: RitualFailure } | null>(null)
  const [asked, setAsked] = useState(0)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { gaps, terms } = proposalOf(draft, today)
  const shown = asked > 0 ? gaps : []
  const fields = useGapFields()

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked((times) => times + 1)
    setFailed(null)
    if (!terms) return
    setBusy(true)
    try {
      await propose(
        browserDevice(),
        { ...ids, couple, terms },
        journal.is === 'open' ? { vault: journal.vault, text } : null,
      )
      router.push(`/rituals/${ids.id}`)
      router.refresh()
    } catch (error) {
      setFailed({ key: failureOf(error) })
      setBusy(false)
    }
  }

  const title = failed ? t(`failure.${failed.key}`, { name: partnerName }) : shown.length > 0 ? t('propose.mend') : null
  return (
    <div className="mt-7 grid gap-8">
      <ErrorSummary title={title} fields={failed ? [] : fields(shown)} attempt={failed ?? asked} />
      <form id={FORM} noValidate onSubmit={(event) => void send(event)} className="grid gap-8">
        <TermsFields draft={draft} change={change} gaps={shown} weekStart={weekStart} today={today} {...onlookers} />
      </form>
      <Preview draft={draft} weekStart={weekStart} serverNow={serverNow} {...onlookers} />
      <WhenOpen lines={5}>
        {() => (
          <MeaningField
            id="meaning"
            hint={t('propose.meaningHint', { name: partnerName })}
            value={text}
            onChange={setText}
          />
        )}
      </WhenOpen>
      <FlowFooter>
        <SubmitButton form={FORM} wide busy={busy} busyLabel={t('propose.submitting')}>
          {t('propose.submit')}
        </SubmitButton>
      </FlowFooter>
    </div>
  )
}
