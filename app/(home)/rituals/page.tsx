import { Plus } from 'lucide-react'
import { homePage } from '@/app/(home)/home-page'
import { FormerMoments } from '@/components/moments/former-moments'
import { Agenda } from '@/components/plans/agenda'
import { RitualRow } from '@/components/rituals/ritual-row'
import type { ZonedPeople } from '@/components/people/two-times'
import { AppFrame } from '@/components/shell/app-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton, TextLink } from '@/components/ui/links'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Rows } from '@/components/ui/rows'
import type { People } from '@/lib/couples/people'
import { readFormerCouples } from '@/lib/couples/reads'
import { hasCouple, type Scope } from '@/lib/db/with-viewer'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { upcomingPlans } from '@/lib/plans/upcoming-plans'
import type { Plan } from '@/lib/plans/contract'
import { readTouchedAhead } from '@/lib/plans/today-reads'
import type { Ritual } from '@/lib/rituals/contract'
import { termsToAnswer, openTermsOf, currentRest } from '@/lib/rituals/discussion'
import { readPastRituals, readOpenRituals } from '@/lib/rituals/reads'
import { dayIn } from '@/lib/time/day'
import { formatShortDay } from '@/lib/time/format'
import type { WeekStart } from '@/lib/time/week'

/** How many of the next dates stand on the page. */
const SHOWN = 6

type RitualListData = Readonly<{
  standing: readonly Ritual[]
  touched: readonly Plan[]
  weekStart: WeekStart | null
  before: readonly Ritual[]
  former: readonly string[]
}>

async function read(scope: Scope): Promise<RitualListData> {
  const { weekStart } = scope.viewer
  const ours = hasCouple(scope)
    ? { standing: await readOpenRituals(scope), touched: await readTouchedAhead(scope), weekStart }
    : { standing: [], touched: [], weekStart }
  return {
    ...ours,
    before: await readPastRituals(scope),
    former: await readFormerCouples(scope),
  }
}

/** Proposals and other terms that are the reader's to answer: these come before a proposal of one's own. */
const toAnswer = (standing: readonly Ritual[], { me }: People): Ritual[] =>
  standing.filter((ritual) => termsToAnswer(ritual, me.id) !== null)

export default function Page() {
  return homePage(read, (found, people) => (
    <AppFrame locale={people.locale} quietWrite={toAnswer(found.standing, people).length === 0}>
      <div className="max-w-240">
        {people.partner ? (
          <Ours {...found} people={people} partnerName={people.partner.name} />
        ) : (
          <Alone locale={people.locale} />
        )}
      </div>
      <Before rituals={found.before} people={people} />
      {found.former.length > 0 ? (
        <Section
          id="moments"
          title={translate(people.locale, momentsMessages)('recent.former')}
          className="mt-12 measure"
        >
          <FormerMoments couples={found.former} locale={people.locale} />
          <p className="mt-4">
            <TextLink alone href="/months">
              {translate(people.locale, monthsMessages)('list.formerMonths')}
            </TextLink>
          </p>
        </Section>
      ) : null}
    </AppFrame>
  ))
}

function Alone({ locale }: { locale: string }) {
  const t = translate(locale, ritualsMessages)
  return (
    <>
      <PageHeading>{t('list.titleFirst')}</PageHeading>
      <EmptyState
        detail={t('list.aloneDetail')}
        action={
          <LinkButton href="/pair" variant="primary">
            {t('list.invite')}
          </LinkButton>
        }
      >
        {t('list.alone')}
      </EmptyState>
    </>
  )
}

function Ours({
  standing,
  touched,
  weekStart,
  people,
  partnerName,
}: RitualListData & { people: People; partnerName: string }) {
  const { me, partner, locale, now } = people
  const t = translate(locale, ritualsMessages)
  const onlookers: ZonedPeople = { me, partner, locale }
  const asked = toAnswer(standing, people)
  const agreed = standing.filter(({ state }) => state === 'agreed')
  const proposed = standing
    .filter(({ state }) => state === 'proposed')
    .sort((a, b) => Number(asked.includes(b)) - Number(asked.includes(a)))
  const coming = upcomingPlans(agreed, touched, now, me.zone, SHOWN)
  const first = proposed.find((ritual) => asked.includes(ritual))
  const title =
    agreed.length > 0
      ? t('list.title')
      : first
        ? t(first.version > 1 ? 'list.theySuggest' : 'list.titleAsked', { name: partnerName })
        : t(proposed.length > 0 ? 'list.titleNone' : 'list.titleFirst')
  const propose = (
    <LinkButton href="/rituals/new" variant={asked.length > 0 ? 'outline' : 'primary'} icon={<Icon of={Plus} />}>
      {t('list.propose')}
    </LinkButton>
  )
  return (
    <>
      <PageHeading>{title}</PageHeading>
      {standing.length === 0 ? (
        <EmptyState detail={t('list.firstDetail')} action={propose}>
          {t('list.first')}
        </EmptyState>
      ) : null}
      {proposed.length > 0 ? (
        <Section id="proposals" title={t('list.proposals')} className="mt-8 measure">
          <Rows>
            {proposed.map((ritual) => (
              <RitualRow
                key={ritual.id}
                ritual={ritual}
                locale={locale}
                zone={me.zone}
                now={now}
                aside={
                  ritual.version > 1
                    ? asideOf(ritual, people, partnerName)
                    : [
                        ritual.proposerId === me.id
                          ? t('list.youProposed')
                          : t('list.theyPropose', { name: partnerName }),
                      ]
                }
              />
            ))}
          </Rows>
        </Section>
      ) : null}
      <div className="rail:grid rail:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] rail:gap-x-14">
        {coming.length > 0 && weekStart ? (
          <Section
            id="dates"
            title={t('list.dates')}
            aside={
              <TextLink alone href="/week">
                {t('list.week')}
              </TextLink>
            }
          >
            <Agenda plans={coming} today={dayIn(now, me.zone)} weekStart={weekStart} {...onlookers} />
          </Section>
        ) : null}
        <div>
          {agreed.length > 0 ? (
            <Section id="yours" title={t('list.yours')}>
              <Rows>
                {agreed.map((ritual) => (
                  <RitualRow
                    key={ritual.id}
                    ritual={ritual}
                    locale={locale}
                    zone={me.zone}
                    now={now}
                    aside={asideOf(ritual, people, partnerName)}
                  />
                ))}
              </Rows>
            </Section>
          ) : null}
          {standing.length > 0 ? <p className="mt-6">{propose}</p> : null}
        </div>
      </div>
    </>
  )
}

/** What is so of a ritual beside its rhythm: that it rests, and that other terms are suggested, by whom. */
function asideOf(ritual: Ritual, { me, locale, now }: People, name: string): string[] {
  const t = translate(locale, ritualsMessages)
  const rest = currentRest(ritual.pauses, dayIn(now, ritual.terms.zone))
  const open = openTermsOf(ritual)
  return [
    ...(rest
      ? [rest.to === null ? t('list.rests') : t('list.restsUntil', { day: formatShortDay(rest.to, locale) })]
      : []),
    ...(open ? [open.proposerId === me.id ? t('list.youSuggested') : t('list.theySuggest', { name })] : []),
  ]
}

function Before({ rituals, people: { me, locale, now, coupleId } }: { rituals: readonly Ritual[]; people: People }) {
  if (rituals.length === 0) return null
  const t = translate(locale, ritualsMessages)
  return (
    <Section id="before" title={t('list.before')} className="mt-12 measure">
      <Rows>
        {rituals.map((ritual) => {
          const former = ritual.coupleId !== coupleId
          return (
            <RitualRow
              key={ritual.id}
              ritual={ritual}
              locale={locale}
              zone={me.zone}
              now={now}
              former={former}
              aside={[former ? t('list.then') : t('list.ended')]}
            />
          )
        })}
      </Rows>
    </Section>
  )
}
