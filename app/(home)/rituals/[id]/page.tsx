import { notFound } from 'next/navigation'
import * as z from 'zod/mini'
import { homePage } from '@/app/(home)/home-page'
import { TypeList } from '@/components/intimacy/type-mark'
import { PreloadRows } from '@/components/device/preload-rows'
import { AgreeForm } from '@/components/rituals/agree-form'
import { Ending } from '@/components/rituals/ending'
import { earlierAddress, KeptDates } from '@/components/rituals/kept-dates'
import { LateDates } from '@/components/plans/late-dates'
import { Meanings } from '@/components/rituals/meanings'
import { NextDates } from '@/components/rituals/next-dates'
import { Resting } from '@/components/rituals/resting'
import { RitualHistory } from '@/components/rituals/ritual-history'
import { SuggestLink, SuggestedTerms } from '@/components/rituals/suggested-terms'
import { TermChanges } from '@/components/rituals/term-changes'
import { AppFrame } from '@/components/shell/app-frame'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { inPairingOrder, type People } from '@/lib/couples/people'
import { hasCouple, type Scope } from '@/lib/db/with-viewer'
import { id as uuid } from '@/lib/http/contract'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { upcomingPlans } from '@/lib/plans/upcoming-plans'
import type { Plan } from '@/lib/plans/contract'
import { spanOf } from '@/lib/plans/planned-start'
import { readAllKeptDates, readKeptDates } from '@/lib/plans/kept-reads'
import { readTouchedAhead } from '@/lib/plans/today-reads'
import { changesInWords } from '@/lib/rituals/changes'
import type { KeptDate, Ritual, TermsVersion } from '@/lib/rituals/contract'
import { previousTermsOf, termsToAnswer, currentRest, upcomingTermsOf, currentTermsOf } from '@/lib/rituals/discussion'
import { restInWords, rhythmInWords } from '@/lib/rituals/in-words'
import { lateDates } from '@/lib/rituals/late-dates'
import { readHasMeanings, readHistory } from '@/lib/rituals/reads'
import { nextOccurrences } from '@/lib/rituals/recurrence'
import { dayIn, type Day } from '@/lib/time/day'
import { formatFullDay } from '@/lib/time/format'
import { daySchema } from '@/lib/time/schemas'
import { orNull } from '@/lib/http/or-null'

/** How many of the next dates stand on the page. */
const SHOWN = 4

type PageProps = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>
type RitualPageData = Readonly<{
  ritual: Ritual
  versions: readonly TermsVersion[]
  /** Words of what it means are there, to be opened on the device. */
  spoken: boolean
  /** Of the last weeks; of a former ritual a page of all, those before `before` where it is given, and where the next page begins. */
  kept: readonly KeptDate[]
  before: Day | null
  next: Day | null
  onlyMe: boolean
  /** Plans that were touched and may be ahead: dates of this ritual are shown as they were planned. */
  touched: readonly Plan[]
}>

export default async function Page({ params, searchParams }: PageProps) {
  const id = uuid.safeParse((await params).id)
  const asked = await searchParams
  const couple = z.optional(uuid).safeParse(asked['coupleId'])
  const given = z.optional(daySchema).safeParse(asked['before'])
  const read = async (scope: Scope): Promise<RitualPageData | null> => {
    if (!id.success || !couple.success || !given.success) return null
    const history = await orNull(readHistory(scope, id.data, couple.data))
    if (!history) return null
    const { ritual, versions } = history
    const { onlyMe } = scope.viewer
    const spoken = await readHasMeanings(scope, ritual)
    if (hasCouple(scope) && ritual.coupleId === scope.viewer.coupleId)
      return {
        ritual,
        versions,
        spoken,
        kept: await readKeptDates(scope, ritual),
        before: null,
        next: null,
        onlyMe,
        touched: await readTouchedAhead(scope),
      }
    const before = given.data ?? null
    const { rows, next } = await readAllKeptDates(scope, ritual, before)
    return { ritual, versions, spoken, kept: rows, before, next, onlyMe, touched: [] }
  }
  return homePage(read, (found, people) => (found ? <One {...found} people={people} /> : notFound()))
}

function One({
  ritual,
  versions,
  spoken,
  kept,
  before,
  next,
  onlyMe,
  touched,
  people,
}: RitualPageData & { people: People }) {
  const { me, locale, now } = people
  const t = translate(locale, ritualsMessages)
  const former = ritual.coupleId !== people.coupleId
  const partner = former ? null : people.partner
  const partnerName = partner?.name ?? ''
  const onlookers = { me, partner, locale }
  const reader = { locale, zone: me.zone }
  const { id, coupleId, state, suggested } = ritual
  const terms = currentTermsOf(ritual, now)
  const mineToAnswer = partner !== null && state === 'proposed' && termsToAnswer(ritual, me.id) !== null
  const isOpen = partner !== null && (state === 'agreed' || state === 'proposed')
  const late = partner !== null && (state === 'agreed' || state === 'ended') ? lateDates(ritual, me.zone, now) : []
  return (
    <AppFrame
      locale={locale}
      back={{ href: '/rituals', label: t('back') }}
      quietWrite={isOpen && termsToAnswer(ritual, me.id) !== null}
    >
      <PreloadRows open={onlyMe} paths={[`/api/rituals/${id}?coupleId=${coupleId}`]} />
      <PageHeading
        overline={overlineOf(ritual, former, me.id, partnerName, locale)}
        lead={<Lead ritual={ritual} isOpen={isOpen} people={people} />}
      >
        {terms.title}
      </PageHeading>
      <TypeList locale={locale} types={terms.types} className="mt-3" />
      <div className="grid gap-x-14 rail:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <div className="min-w-0 measure">
          {isOpen && suggested ? (
            <SuggestedTerms key={suggested.id} ritual={ritual} suggested={suggested} people={people} />
          ) : null}
          {isOpen && state === 'proposed' ? <Answered ritual={ritual} versions={versions} reader={reader} /> : null}
          {/* After a yes they are read anew: its words are among them. */}
          <Meanings
            key={state}
            ritual={{ id, coupleId }}
            people={writersOf(people, former)}
            viewerId={people.me.id}
            writable={isOpen && !mineToAnswer}
            spoken={spoken}
            partnerName={partnerName}
          />
          {mineToAnswer ? (
            <AgreeForm
              key={terms.id}
              ritual={ritual}
              partnerName={partnerName}
              suggest={<SuggestLink id={id} locale={locale} />}
            />
          ) : null}
          {late.length > 0 ? (
            <Section id="late" title={t('one.late')}>
              <LateDates ritualId={id} dates={late} kept={kept} people={people} />
            </Section>
          ) : null}
          {former && kept.length > 0 ? (
            <Section
              id="kept"
              title={before === null ? t('one.kept') : t('one.keptEarlier', { day: formatFullDay(before, locale) })}
            >
              <KeptDates
                dates={kept}
                people={people}
                earlier={next === null ? null : earlierAddress(id, coupleId, next)}
              />
            </Section>
          ) : null}
        </div>
        {/* Below on a phone, as in the document: what one is asked for comes before its dates, whose rhythm stands under the title. */}
        <div className="min-w-0">
          {isOpen ? (
            <Section id="next" title={t('one.next')}>
              {state === 'agreed' ? (
                <Coming ritual={ritual} touched={touched} people={people} />
              ) : (
                <NextDates dates={nextOccurrences(terms, now, SHOWN)} {...onlookers} />
              )}
            </Section>
          ) : null}
          {isOpen && !mineToAnswer ? <Doings ritual={ritual} people={people} /> : null}
        </div>
      </div>
      <RitualHistory ritual={ritual} versions={versions} people={people} />
    </AppFrame>
  )
}

/** The rhythm of today, what it will be where other terms hold only later, and whether it rests. */
function Lead({ ritual, isOpen, people: { me, locale, now } }: { ritual: Ritual; isOpen: boolean; people: People }) {
  const reader = { locale, zone: me.zone }
  const ahead = upcomingTermsOf(ritual, now)
  const today = dayIn(now, ritual.terms.zone)
  const rest = isOpen ? currentRest(ritual.pauses, today) : null
  return (
    <>
      {rhythmInWords(currentTermsOf(ritual, now), reader)}.
      {ahead ? (
        <span className="block">
          {translate(locale, ritualsMessages)('terms.ahead', {
            day: formatFullDay(ahead.from, locale),
            rhythm: rhythmInWords(ahead, reader),
          })}
        </span>
      ) : null}
      {rest ? <span className="block">{restInWords(rest, today, locale)}</span> : null}
    </>
  )
}

/** What a proposal's newest terms would change in those that they answer to. */
function Answered({
  ritual,
  versions,
  reader,
}: {
  ritual: Ritual
  versions: readonly TermsVersion[]
  reader: Parameters<typeof changesInWords>[2]
}) {
  const before = previousTermsOf(ritual, versions)
  if (!before) return null
  return (
    <Section id="differs" title={translate(reader.locale, ritualsMessages)('terms.differs')}>
      <TermChanges locale={reader.locale} holds={false} changes={changesInWords(before, ritual.terms, reader, false)} />
    </Section>
  )
}

/** The ritual's next dates as they were planned: a skipped one is none, a moved one stands on its new day. */
function Coming({
  ritual,
  touched,
  people: { me, partner, locale, now },
}: {
  ritual: Ritual
  touched: readonly Plan[]
  people: People
}) {
  const plans = upcomingPlans(
    [ritual],
    touched.filter(({ ritualId }) => ritualId === ritual.id),
    now,
    me.zone,
    SHOWN,
  )
  const dates = plans.flatMap((plan) => {
    const span = spanOf(plan)
    return span ? [{ onDate: plan.onDate, ...span }] : []
  })
  return dates.length > 0 ? (
    <NextDates dates={dates} me={me} partner={partner} locale={locale} />
  ) : (
    <p className="text-small text-ink-3">{translate(locale, ritualsMessages)('rest.noDates')}</p>
  )
}

/** What either can do with it at any time: other terms, a rest, its end; with one's own proposal other terms, or taking it back. */
function Doings({
  ritual: { id, state, proposerId, suggested, pauses, terms },
  people: { me, locale, now },
}: {
  ritual: Ritual
  people: People
}) {
  const today = dayIn(now, terms.zone)
  const rest = currentRest(pauses, today)
  return (
    <div className="mt-8 grid justify-items-start gap-4">
      {suggested ? null : <SuggestLink id={id} locale={locale} />}
      {state === 'agreed' ? <Resting key={rest?.from} id={id} rest={rest && { until: rest.to }} today={today} /> : null}
      {state === 'agreed' ? (
        <Ending id={id} withdraws={false} />
      ) : proposerId === me.id ? (
        <Ending id={id} withdraws />
      ) : null}
    </div>
  )
}

function overlineOf({ state, terms }: Ritual, former: boolean, me: string, name: string, locale: string): string {
  const t = translate(locale, ritualsMessages)
  if (former) return t('one.then')
  if (state === 'proposed' && terms.version > 1)
    return terms.proposerId === me ? t('terms.yours') : t('terms.theirs', { name })
  if (state === 'proposed') return terms.proposerId === me ? t('one.youProposed') : t('one.proposes', { name })
  return t(`one.${state}`)
}

const writersOf = (people: People, former: boolean) =>
  inPairingOrder(former ? { ...people, partner: null } : people).map(({ id, slot, name }) => ({ id, slot, name }))
