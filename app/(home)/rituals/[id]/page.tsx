import { notFound } from 'next/navigation'
import * as z from 'zod/mini'
import { homePage } from '@/app/(home)/home-page'
import { TypeList } from '@/components/intimacy/type-mark'
import { PreloadRows } from '@/components/journal/preload-rows'
import { AgreeForm } from '@/components/rituals/agree-form'
import { Ending } from '@/components/rituals/ending'
import { earlierAddress, KeptDates } from '@/components/rituals/kept-dates'
import { LateDates } from '@/components/rituals/late-dates'
import { Meanings, type Speaker } from '@/components/rituals/meanings'
import { NextDates } from '@/components/rituals/next-dates'
import { AppFrame } from '@/components/shell/app-frame'
import { classes } from '@/components/ui/classes'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { inPairingOrder, type People } from '@/lib/couples/people'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import { id as uuid } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { translate } from '@/lib/messages/translate'
import type { Kept, Ritual } from '@/lib/rituals/contract'
import { rhythmInWords } from '@/lib/rituals/in-words'
import { lateDates } from '@/lib/rituals/late-dates'
import { readAllKept, readKept, readRitual } from '@/lib/rituals/reads'
import { nextOccurrences } from '@/lib/rituals/recurrence'
import type { Day } from '@/lib/time/day'
import { formatFullDay } from '@/lib/time/format'
import { daySchema } from '@/lib/time/schemas'

/** How many of the next dates stand on the page. */
const SHOWN = 4

type PageProps = Readonly<{ params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }>
type Found = Readonly<{
  ritual: Ritual
  /** Of the last weeks; of a former ritual a page of all, those before `before` where it is given, and where the next page begins. */
  kept: readonly Kept[]
  before: Day | null
  next: Day | null
  onlyMe: boolean
}>

export default async function Page({ params, searchParams }: PageProps) {
  const id = uuid.safeParse((await params).id)
  const asked = await searchParams
  const couple = z.optional(uuid).safeParse(asked['couple'])
  const given = z.optional(daySchema).safeParse(asked['before'])
  const read = async (db: ViewerDb): Promise<Found | null> => {
    if (!id.success || !couple.success || !given.success) return null
    try {
      const ritual = await readRitual(db, id.data, couple.data)
      const { coupleId, onlyMe } = viewerOf(db)
      if (ritual.coupleId === coupleId) return { ritual, kept: await readKept(db, [ritual]), before: null, next: null, onlyMe }
      const before = given.data ?? null
      const { rows, next } = await readAllKept(db, ritual, before)
      return { ritual, kept: rows, before, next, onlyMe }
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return null
      throw error
    }
  }
  return homePage(read, (found, people) => (found ? <One {...found} people={people} /> : notFound()))
}

function One({ ritual, kept, before, next, onlyMe, people }: Found & { people: People }) {
  const t = translate('rituals')
  const { me, locale, now } = people
  const former = ritual.coupleId !== people.coupleId
  const partner = former ? null : people.partner
  const partnerName = partner?.name ?? ''
  const onlookers = { me, partner, locale }
  const { id, coupleId, state, terms } = ritual
  const mineToAnswer = partner !== null && state === 'proposed' && terms.proposerId !== me.id
  const stands = partner !== null && (state === 'agreed' || state === 'proposed')
  const late = partner !== null && (state === 'agreed' || state === 'ended') ? lateDates(terms, me.zone, now) : []
  return (
    <AppFrame back={{ href: '/rituals', label: t('back') }} quietWrite={mineToAnswer}>
      <PreloadRows open={onlyMe} paths={[`/api/rituals/${id}?couple=${coupleId}`]} />
      <PageHeading overline={overlineOf(ritual, former, me.id, partnerName)} lead={<>{rhythmInWords(terms, { locale, zone: me.zone })}.</>}>{terms.title}</PageHeading>
      <TypeList types={terms.types} className="mt-3" />
      <div className="grid gap-x-14 rail:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <div className="min-w-0 max-w-[38rem]">
          {/* After a yes they are read anew: its words are among them. */}
          <Meanings key={state} ritual={{ id, coupleId }} speakers={speakersOf(people, former)} writable={stands && !mineToAnswer} partnerName={partnerName} />
          {mineToAnswer ? <AgreeForm ritual={ritual} partnerName={partnerName} /> : null}
          {late.length > 0 ? (
            <Section id="late" title={t('one.late')}>
              <LateDates ritualId={id} dates={late} kept={kept} people={people} />
            </Section>
          ) : null}
          {former && kept.length > 0 ? (
            <Section id="kept" title={before === null ? t('one.kept') : t('one.keptEarlier', { day: formatFullDay(before, locale) })}>
              <KeptDates dates={kept} people={people} earlier={next === null ? null : earlierAddress(id, coupleId, next)} />
            </Section>
          ) : null}
        </div>
        {/* Whoever is asked for a yes reads first when it would be. */}
        <div className={classes('min-w-0', mineToAnswer && 'order-first rail:order-none')}>
          {stands ? (
            <Section id="next" title={t('one.next')}>
              <NextDates dates={nextOccurrences(terms, now, SHOWN)} {...onlookers} />
            </Section>
          ) : null}
          {state === 'agreed' && stands ? <div className="mt-8"><Ending id={id} withdraws={false} /></div> : null}
          {state === 'proposed' && stands && !mineToAnswer ? <div className="mt-8"><Ending id={id} withdraws /></div> : null}
        </div>
      </div>
    </AppFrame>
  )
}

function overlineOf({ state, terms }: Ritual, former: boolean, me: string, name: string): string {
  const t = translate('rituals')
  if (former) return t('one.then')
  if (state === 'proposed') return terms.proposerId === me ? t('one.youProposed') : t('one.proposes', { name })
  return t(`one.${state}`)
}

const speakersOf = (people: People, former: boolean): Speaker[] =>
  inPairingOrder(former ? { ...people, partner: null } : people).map(({ id, slot, name }) => ({ id, slot, name, me: id === people.me.id }))
