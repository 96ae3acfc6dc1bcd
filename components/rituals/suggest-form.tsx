'use client'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { useUnsent } from '@/components/ui/use-unsent'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { changesInWords } from '@/lib/rituals/changes'
import type { Ritual } from '@/lib/rituals/contract'
import { currentRitualIn, sendSuggestion } from '@/lib/rituals/device'
import { termsToAnswer, openTermsOf } from '@/lib/rituals/discussion'
import { draftOf, proposalOf, type ProposalDraft, type ProposalWriter } from '@/lib/rituals/proposal'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import { Preview } from './preview'
import { TermChanges } from './term-changes'
import { TermsFields, useGapFields } from './terms-fields'
import type { ZonedPeople } from '@/components/people/two-times'

type SuggestFormProps = ZonedPeople &
  Readonly<{
    /** The ritual on this page. If it changes meanwhile, the form goes on with the newer one and keeps the draft. */
    ritual: Ritual
    myId: string
    partnerName: string
    weekStart: WeekStart
    today: Day
    serverNow: number
  }>

const FORM = 'suggest'

/** Suggests other terms. Begins with the newest ones, and shows the next dates and what would change. */
export function SuggestForm({ ritual, myId, partnerName, weekStart, today, serverNow, ...people }: SuggestFormProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const leaveFor = useLeaveFor()
  const [current, setCurrent] = useState(ritual)
  const writer: ProposalWriter = { zone: people.me.zone, today, weekStart }
  const [begunWith] = useState(() => openTermsOf(ritual) ?? ritual.terms)
  const [begun] = useState<ProposalDraft>(() => draftOf(begunWith, writer))
  const unsent = useUnsent(`terms ${ritual.id}`, begun, () => crypto.randomUUID())
  const { fields: draft, ids: termsId, change } = unsent
  const [attempts, setAttempts] = useState(0)
  const fields = useGapFields()

  const holds = current.terms.agreed
  const theirs = termsToAnswer(current, myId)
  const { gaps, terms } = proposalOf(draft, writer, begunWith.title)
  const reader = { locale: people.locale, zone: people.me.zone, now: new Date(serverNow) }
  // The draft is compared with the partner's open terms; without any, with the agreed or proposed ones.
  const compared = theirs ?? current.terms
  const changes = terms ? changesInWords(compared, { ...terms, weekStart }, reader, holds) : []
  const newest = openTermsOf(current) ?? current.terms
  const same = terms !== null && changesInWords(newest, { ...terms, weekStart }, reader, holds).length === 0

  const inWords = useFailure()
  const { run, busy, failure, clear } = useAction(
    async (suggested: NonNullable<typeof terms>) => {
      await sendSuggestion(browserDevice(), { id: ritual.id, termsId, version: current.version, terms: suggested })
      unsent.sent()
      leaveFor(`/rituals/${ritual.id}`)
      router.refresh()
    },
    (error) => {
      const now = currentRitualIn(error, ritual.id)
      if (now) setCurrent(now)
      return { changed: now !== null, text: inWords(error, partnerName) }
    },
    { leaves: true },
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAttempts((times) => times + 1)
    if (terms && !same) run(terms)
    else clear()
  }

  const shown = attempts > 0 ? gaps : []
  const changedNote = theirs ? t('terms.partnerSuggested', { name: partnerName }) : t('terms.termsChanged')
  const title = failure
    ? failure.changed
      ? changedNote
      : failure.text
    : shown.length > 0
      ? t('propose.missing')
      : attempts > 0 && same
        ? t('terms.same')
        : null
  return (
    <div className="mt-2 grid grid-cols-1 gap-x-16 gap-y-4 wide:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] wide:gap-y-6">
      <div className="grid min-w-0 grid-cols-1 content-start gap-4">
        <form id={FORM} noValidate onSubmit={send} className="grid grid-cols-1 gap-3 wide:gap-5">
          <ErrorSummary title={title} fields={failure ? [] : fields(shown)} attempt={failure ?? attempts} />
          {failure?.changed && theirs ? (
            <section aria-labelledby="theirs">
              <h2 id="theirs" className="type-heading mb-3">
                {t('terms.theirs', { name: partnerName })}
              </h2>
              <TermChanges
                locale={people.locale}
                holds={holds}
                changes={changesInWords(ritual.terms, theirs, reader, holds)}
              />
            </section>
          ) : null}
          {unsent.notice}
          <TermsFields
            draft={draft}
            change={change}
            gaps={shown}
            writer={writer}
            titled
            changed={Object.keys(unsent.mine)}
            {...people}
          />
        </form>
        <FlowFooter>
          <SubmitButton form={FORM} wide busy={busy} busyLabel={t('terms.submitting')}>
            {t('terms.submit')}
          </SubmitButton>
        </FlowFooter>
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-8">
        <section aria-labelledby="differs" className="min-h-18 wide:min-h-24">
          <h2 id="differs" className="type-heading mb-3">
            {t('terms.differs')}
          </h2>
          {changes.length > 0 ? (
            <TermChanges locale={people.locale} changes={changes} holds={holds && !theirs} />
          ) : (
            <p className="text-small text-ink-3">{t('terms.nothing')}</p>
          )}
        </section>
        {/* all of the form fits a phone with a little scrolling, so it shows two dates there */}
        <div className="max-rail:[&_ol>:nth-child(3)]:hidden max-rail:[&>section]:min-h-25">
          <Preview draft={draft} writer={writer} serverNow={serverNow} {...people} />
          {holds ? <p className="mt-3 text-small text-ink-3">{t('terms.planned')}</p> : null}
        </div>
      </div>
    </div>
  )
}
