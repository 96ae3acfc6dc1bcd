'use client'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { changesInWords } from '@/lib/rituals/changes'
import type { Ritual } from '@/lib/rituals/contract'
import { currentRitualIn, sendSuggestion } from '@/lib/rituals/device'
import { termsToAnswer, openTermsOf } from '@/lib/rituals/discussion'
import { draftOf, proposalOf, type ProposalDraft } from '@/lib/rituals/proposal'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import { Preview } from './preview'
import { TermChanges } from './term-changes'
import { TermsFields, useGapFields } from './terms-fields'
import type { ZonedPeople } from '@/components/people/two-times'

type SuggestFormProps = ZonedPeople &
  Readonly<{
    /**
     * As it was read; where it changed meanwhile the form goes on with what stands then, and keeps what was filled in.
     */
    ritual: Ritual
    myId: string
    partnerName: string
    weekStart: WeekStart
    today: Day
    serverNow: number
  }>

const FORM = 'suggest'

/** Other terms: the form of a proposal with what stands there, its next dates, and what would differ. */
export function SuggestForm({
  ritual,
  myId,
  partnerName,
  weekStart,
  today,
  serverNow,
  ...onlookers
}: SuggestFormProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const [termsId] = useState(() => crypto.randomUUID())
  const [standing, setStanding] = useState(ritual)
  const [draft, setDraft] = useState<ProposalDraft>(() => draftOf(openTermsOf(ritual) ?? ritual.terms, today))
  const [asked, setAsked] = useState(0)
  const fields = useGapFields()
  const change = (part: Partial<ProposalDraft>) => setDraft((before) => ({ ...before, ...part }))

  const holds = standing.terms.agreed
  const other = termsToAnswer(standing, myId)
  const { gaps, terms } = proposalOf(draft, today)
  const reader = { locale: onlookers.locale, zone: onlookers.me.zone }
  // What an answer is compared with: the other's words where they are the newest, else what holds or was proposed.
  const against = other ?? standing.terms
  const changes = terms ? changesInWords(against, { ...terms, weekStart }, reader, holds) : []
  const newest = openTermsOf(standing) ?? standing.terms
  const same = terms !== null && changesInWords(newest, { ...terms, weekStart }, reader, holds).length === 0

  const inWords = useFailure()
  const { run, busy, failure, clear } = useAction(
    async (suggested: NonNullable<typeof terms>) => {
      await sendSuggestion(browserDevice(), { id: ritual.id, termsId, version: standing.version, terms: suggested })
      router.push(`/rituals/${ritual.id}`)
      router.refresh()
    },
    (error) => {
      const now = currentRitualIn(error, ritual.id)
      if (now) setStanding(now)
      return { changed: now !== null, text: inWords(error, partnerName) }
    },
    { leaves: true },
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked((times) => times + 1)
    if (terms && !same) run(terms)
    else clear()
  }

  const shown = asked > 0 ? gaps : []
  const changedNote = other ? t('terms.partnerSuggested', { name: partnerName }) : t('terms.termsChanged')
  const title = failure
    ? failure.changed
      ? changedNote
      : failure.text
    : shown.length > 0
      ? t('propose.missing')
      : asked > 0 && same
        ? t('terms.same')
        : null
  return (
    <div className="mt-7 grid gap-8">
      <ErrorSummary title={title} fields={failure ? [] : fields(shown)} attempt={failure ?? asked} />
      {failure?.changed && other ? (
        <section aria-labelledby="theirs">
          <h2 id="theirs" className="type-heading mb-3">
            {t('terms.theirs', { name: partnerName })}
          </h2>
          <TermChanges
            locale={onlookers.locale}
            holds={holds}
            changes={changesInWords(ritual.terms, other, reader, holds)}
          />
        </section>
      ) : null}
      <form id={FORM} noValidate onSubmit={send} className="grid gap-8">
        <TermsFields draft={draft} change={change} gaps={shown} weekStart={weekStart} today={today} {...onlookers} />
      </form>
      <div>
        <Preview draft={draft} weekStart={weekStart} serverNow={serverNow} {...onlookers} />
        {holds ? <p className="mt-3 text-small text-ink-3">{t('terms.planned')}</p> : null}
      </div>
      <section aria-labelledby="differs" className="min-h-24">
        <h2 id="differs" className="type-heading mb-3">
          {t('terms.differs')}
        </h2>
        {changes.length > 0 ? (
          <TermChanges locale={onlookers.locale} changes={changes} holds={holds && !other} />
        ) : (
          <p className="text-small text-ink-3">{t('terms.nothing')}</p>
        )}
      </section>
      <FlowFooter>
        <SubmitButton form={FORM} wide busy={busy} busyLabel={t('terms.submitting')}>
          {t('terms.submit')}
        </SubmitButton>
      </FlowFooter>
    </div>
  )
}
