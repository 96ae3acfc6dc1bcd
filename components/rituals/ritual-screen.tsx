import type { ReactNode } from 'react'
import { PreloadRows } from '@/components/device/preload-rows'
import { MarkOpened } from '@/components/journal/mark-opened'
import { TypeList } from '@/components/intimacy/type-mark'
import { AppFrame } from '@/components/shell/app-frame'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { sortByPairing, type People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { changesInWords } from '@/lib/rituals/changes'
import type { KeptDate, Ritual, TermsVersion } from '@/lib/rituals/contract'
import {
  answeredVersion,
  currentTermsOf,
  previousTermsOf,
  termsToAnswer,
  versionThatWaits,
} from '@/lib/rituals/discussion'
import { termsAct } from '@/lib/journal/partner-acts'
import { yesInWords } from '@/lib/rituals/in-words'
import { nextOccurrences } from '@/lib/rituals/recurrence'
import type { Day } from '@/lib/time/day'
import { formatFullDay } from '@/lib/time/format'
import { AgreeForm } from './agree-form'
import { AgreedMark } from './agreed-mark'
import { earlierAddress, KeptDates } from './kept-dates'
import { Meanings } from './meanings'
import { NextDates } from './next-dates'
import { RitualActions } from './ritual-actions'
import { RitualHistory } from './ritual-history'
import { RitualLead, ritualOverline } from './ritual-lead'
import { SuggestedTerms, SuggestLink } from './suggested-terms'
import { TermChanges } from './term-changes'

/** How many of the next dates the page shows. */
export const NEXT_DATES = 4

/**
 * A page of the kept dates of a former ritual: those before `before` (null: from the newest on), and where the next
 * page begins.
 */
export type KeptDatesPage = Readonly<{ rows: readonly KeptDate[]; before: Day | null; next: Day | null }>

type RitualScreenProps = Readonly<{
  ritual: Ritual
  versions: readonly TermsVersion[]
  /** Whether anybody wrote what it means to them. */
  meanings: number
  onlyMe: boolean
  people: People
  /** The dates of the last weeks, to mark; null where there are none. */
  markableDates: ReactNode
  /** What the two remember of the last time. */
  lastTime: ReactNode
  /** The next dates of an agreed ritual, as they were planned. */
  upcomingDates: ReactNode
  /** The way to plan its next date; shown where the ritual is agreed. */
  planNext: ReactNode
  /** Null unless the ritual is of a former couple. */
  keptDates: KeptDatesPage | null
}>

/** A ritual: its terms and what either can do about them, what it means to each, and its dates. */
export function RitualScreen({
  ritual,
  versions,
  meanings,
  onlyMe,
  people,
  markableDates,
  lastTime,
  upcomingDates,
  planNext,
  keptDates,
}: RitualScreenProps) {
  const { me, locale, now } = people
  const t = translate(locale, ritualsMessages)
  const former = ritual.coupleId !== people.coupleId
  const partner = former ? null : people.partner
  const partnerName = partner?.name ?? ''
  const { id, coupleId, state, suggested } = ritual
  const terms = currentTermsOf(ritual, now)
  const isOpen = partner !== null && (state === 'agreed' || state === 'proposed')
  const hasToAnswer = isOpen && termsToAnswer(ritual, me.id) !== null
  const hasToAgree = hasToAnswer && state === 'proposed'
  const writers = sortByPairing(former ? { ...people, partner: null } : people)
  return (
    <AppFrame locale={locale} back={{ href: '/rituals', label: t('back') }} quietWrite={hasToAnswer}>
      {hasToAnswer ? <MarkOpened id={termsAct(id, ritual.version)} uid={me.id} /> : null}
      <PreloadRows open={onlyMe} paths={[`/api/rituals/${id}?coupleId=${coupleId}`]} />
      <PageHeading
        overline={
          <AgreedMark
            ritualId={id}
            uid={me.id}
            agreements={ritual.held.length}
            isAgreed={!former && state === 'agreed'}
            waits={isOpen ? versionThatWaits(ritual, me.id) : null}
            answered={answeredVersion(ritual, me.id)?.version ?? null}
          >
            {ritualOverline(ritual, former, { myId: me.id, partnerName, locale })}
          </AgreedMark>
        }
        lead={<RitualLead ritual={ritual} isOpen={isOpen} people={people} />}
      >
        {terms.title}
      </PageHeading>
      <TypeList locale={locale} types={terms.types} className="mt-3" />
      {isOpen && state === 'agreed' ? planNext : null}
      <div className="grid grid-cols-1 gap-x-14 wide:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] wide:grid-rows-[auto_1fr]">
        <div className="min-w-0 measure">
          {isOpen && suggested ? (
            <SuggestedTerms key={suggested.id} ritual={ritual} suggested={suggested} people={people} />
          ) : null}
          {isOpen && state === 'proposed' ? (
            <ProposalChanges ritual={ritual} versions={versions} people={people} />
          ) : null}
          {/* Keyed by the state, so that a yes reloads them: its text is among them. */}
          <Meanings
            key={state}
            ritual={{ id, coupleId }}
            people={writers.map(({ id: personId, slot, name }) => ({ id: personId, slot, name }))}
            viewerId={me.id}
            writable={isOpen && !hasToAgree}
            meanings={meanings}
            partnerName={partnerName}
          />
          {hasToAgree ? (
            <AgreeForm
              key={id}
              ritual={ritual}
              partnerName={partnerName}
              yes={yesInWords(terms, { locale, zone: me.zone, now })}
              suggest={<SuggestLink id={id} locale={locale} />}
            />
          ) : null}
        </div>
        {/* On a phone the dates come before what one can change: beside both on a wide screen. */}
        <div className="min-w-0 wide:col-start-2 wide:row-span-2 wide:row-start-1">
          {markableDates ? (
            <Section id="late" title={t('one.late')}>
              {markableDates}
            </Section>
          ) : null}
          {isOpen ? (
            <Section id="next" title={t('one.next')}>
              {state === 'agreed' ? (
                upcomingDates
              ) : (
                <NextDates dates={nextOccurrences(terms, now, NEXT_DATES)} me={me} partner={partner} locale={locale} />
              )}
            </Section>
          ) : null}
          {lastTime}
          {keptDates ? <FormerDates ritual={ritual} page={keptDates} people={people} /> : null}
        </div>
        <div className="min-w-0">
          {isOpen && !hasToAgree ? <RitualActions ritual={ritual} people={people} /> : null}
          <RitualHistory ritual={ritual} versions={versions} people={people} />
        </div>
      </div>
    </AppFrame>
  )
}

type ProposalChangesProps = Readonly<{ ritual: Ritual; versions: readonly TermsVersion[]; people: People }>

/** What a proposal's newest terms change in the ones they answer. */
function ProposalChanges({ ritual, versions, people: { me, locale, now } }: ProposalChangesProps) {
  const before = previousTermsOf(ritual, versions)
  if (!before) return null
  return (
    <Section id="differs" title={translate(locale, ritualsMessages)('terms.differs')}>
      <TermChanges
        locale={locale}
        holds={false}
        changes={changesInWords(before, ritual.terms, { locale, zone: me.zone, now }, false)}
      />
    </Section>
  )
}

type FormerDatesProps = Readonly<{ ritual: Ritual; page: KeptDatesPage; people: People }>

function FormerDates({ ritual: { id, coupleId }, page: { rows, before, next }, people }: FormerDatesProps) {
  if (rows.length === 0) return null
  const t = translate(people.locale, ritualsMessages)
  const title = before === null ? t('one.kept') : t('one.keptEarlier', { day: formatFullDay(before, people.locale) })
  return (
    <Section id="kept" title={title}>
      <KeptDates
        coupleId={coupleId}
        dates={rows}
        people={people}
        earlier={next === null ? null : earlierAddress(id, coupleId, next)}
      />
    </Section>
  )
}
