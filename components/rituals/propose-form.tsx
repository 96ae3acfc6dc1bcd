'use client'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { useJournal } from '@/components/device/use-journal'
import { WhenOpen } from '@/components/device/when-open'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { useUnsent } from '@/components/ui/use-unsent'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { makeProposalIds, sendProposal, type ProposalIds } from '@/lib/rituals/device'
import { proposalOf, type ProposalDraft, type ProposalWriter } from '@/lib/rituals/proposal'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import { AsOtherSees } from './as-other-sees'
import { Preview } from './preview'
import { TermsFields, useGapFields } from './terms-fields'
import type { ZonedPeople } from '@/components/people/two-times'
import { MeaningField } from './meaning-field'

type ProposeFormProps = ZonedPeople &
  Readonly<{ partnerName: string; coupleId: string; weekStart: WeekStart; today: Day; serverNow: number }>

const FORM = 'propose'

/** Proposes a ritual: its terms with their next dates, and what it means to the viewer. */
export function ProposeForm({ partnerName, coupleId, weekStart, today, serverNow, ...people }: ProposeFormProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const leaveFor = useLeaveFor()
  const journal = useJournal()
  const unsent = useUnsent<ProposalDraft & Readonly<{ text: string }>, ProposalIds>(
    'proposal',
    {
      title: '',
      types: [],
      weekdays: [],
      time: '20:00',
      minutes: 60,
      zone: people.me.zone,
      everyWeeks: 1,
      startsOn: today,
      text: '',
    },
    makeProposalIds,
  )
  const { ids, change } = unsent
  const { text, ...draft } = unsent.fields
  const [attempts, setAttempts] = useState(0)
  const writer: ProposalWriter = { zone: people.me.zone, today, weekStart }
  const { gaps, terms } = proposalOf(draft, writer)
  const shown = attempts > 0 ? gaps : []
  const fields = useGapFields()

  const inWords = useFailure()
  const { run, busy, failure, clear } = useAction(
    async (proposed: NonNullable<typeof terms>) => {
      await sendProposal(
        browserDevice(),
        { ...ids, coupleId, terms: proposed },
        journal.is === 'open' ? { vault: journal.vault, text } : null,
      )
      unsent.sent()
      leaveFor(`/rituals/${ids.id}`)
      router.refresh()
    },
    (error) => inWords(error, partnerName),
    { leaves: true },
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAttempts((times) => times + 1)
    if (terms) run(terms)
    else clear()
  }

  const title = failure ?? (shown.length > 0 ? t('propose.missing') : null)
  return (
    <div className="mt-2 grid grid-cols-1 gap-x-16 gap-y-4 wide:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] wide:grid-rows-[auto_1fr] wide:gap-y-6">
      <form id={FORM} noValidate onSubmit={send} className="grid min-w-0 grid-cols-1 content-start gap-3 wide:gap-5">
        <ErrorSummary title={title} fields={failure ? [] : fields(shown)} attempt={attempts} />
        {unsent.notice}
        <TermsFields draft={draft} change={change} gaps={shown} writer={writer} {...people} />
      </form>
      <div className="grid min-w-0 grid-cols-1 content-start gap-8 wide:col-start-2 wide:row-span-2 wide:row-start-1">
        <AsOtherSees
          draft={draft}
          writer={writer}
          overline={t('one.proposes', { name: people.me.name })}
          serverNow={serverNow}
          {...people}
        />
        <Preview draft={draft} writer={writer} serverNow={serverNow} {...people} />
      </div>
      <div className="min-w-0">
        <WhenOpen lines={5}>
          {() => (
            <MeaningField
              id="meaning"
              hint={t('propose.meaningHint', { name: partnerName })}
              rows={2}
              value={text}
              onChange={(text) => change({ text })}
              form={FORM}
            />
          )}
        </WhenOpen>
        <FlowFooter>
          <SubmitButton form={FORM} wide busy={busy} busyLabel={t('propose.submitting')}>
            {t('propose.submit')}
          </SubmitButton>
        </FlowFooter>
      </div>
    </div>
  )
}
