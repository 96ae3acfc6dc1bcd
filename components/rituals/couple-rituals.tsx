import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton, TextLink } from '@/components/ui/links'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Rows } from '@/components/ui/rows'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Ritual } from '@/lib/rituals/contract'
import { currentRest, openTermsOf, termsToAnswer } from '@/lib/rituals/discussion'
import { restInWords } from '@/lib/rituals/in-words'
import { dayIn } from '@/lib/time/day'
import { formatShortDay } from '@/lib/time/format'
import { RitualRow } from './ritual-row'

type CoupleRitualsProps = Readonly<{
  /** Agreed rituals and proposals. */
  rituals: readonly Ritual[]
  people: People
  partnerName: string
  /** The next plans; null where there are none. */
  agenda: ReactNode
}>

/** The rituals of a couple: proposals, what comes next, and what both agreed to. */
export function CoupleRituals({ rituals, people, partnerName, agenda }: CoupleRitualsProps) {
  const { me, locale } = people
  const t = translate(locale, ritualsMessages)
  const canAnswer = (ritual: Ritual) => termsToAnswer(ritual, me.id) !== null
  const agreed = rituals.filter(({ state }) => state === 'agreed')
  const proposed = rituals
    .filter(({ state }) => state === 'proposed')
    .sort((a, b) => Number(canAnswer(b)) - Number(canAnswer(a)))
  const propose = (
    <LinkButton
      href="/rituals/new"
      variant={rituals.some(canAnswer) ? 'outline' : 'primary'}
      icon={<Icon icon="plus" />}
    >
      {t('list.propose')}
    </LinkButton>
  )
  const list = (shown: readonly Ritual[]) => (
    <Rows>
      {shown.map((ritual) => (
        <RitualRow
          key={ritual.id}
          ritual={ritual}
          locale={locale}
          zone={me.zone}
          now={people.now}
          aside={asideOf(ritual, people, partnerName)}
        />
      ))}
    </Rows>
  )
  return (
    <>
      <PageHeading>{titleOf(agreed, proposed, people, partnerName)}</PageHeading>
      {rituals.length === 0 ? (
        <EmptyState detail={t('list.firstDetail')} action={propose}>
          {t('list.first')}
        </EmptyState>
      ) : null}
      {proposed.length > 0 ? (
        <Section id="proposals" title={t('list.proposals')} className="mt-8">
          {list(proposed)}
        </Section>
      ) : null}
      <div className="wide:grid wide:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] wide:gap-x-14">
        {agenda ? (
          <Section id="dates" title={t('list.dates')}>
            {agenda}
            <p className="mt-2">
              <TextLink alone href="/week">
                {t('list.week')}
              </TextLink>
            </p>
          </Section>
        ) : null}
        <div>
          {agreed.length > 0 ? (
            <Section id="yours" title={t('list.yours')}>
              {list(agreed)}
            </Section>
          ) : null}
          {rituals.length > 0 ? <p className="mt-6">{propose}</p> : null}
        </div>
      </div>
    </>
  )
}

/** `proposed` has the ones to answer first. */
function titleOf(
  agreed: readonly Ritual[],
  proposed: readonly Ritual[],
  { me, locale }: People,
  partnerName: string,
): string {
  const t = translate(locale, ritualsMessages)
  if (agreed.length > 0) return t('list.title')
  const [first] = proposed
  if (!first) return t('list.titleFirst')
  if (termsToAnswer(first, me.id) === null) return t('list.titleNone')
  return t(first.version > 1 ? 'list.theySuggest' : 'list.titleAsked', { name: partnerName })
}

/** What a row says beside the rhythm: who proposed a first proposal; else the rest, and who suggests other terms. */
function asideOf(ritual: Ritual, { me, locale, now }: People, name: string): string[] {
  const t = translate(locale, ritualsMessages)
  const open = openTermsOf(ritual)
  if (ritual.state === 'proposed' && ritual.version === 1)
    return [ritual.proposerId === me.id ? t('list.youProposed') : t('list.theyPropose', { name })]
  const rest = restAside(ritual, now, locale)
  return [
    ...(rest === null ? [] : [rest]),
    ...(open ? [open.proposerId === me.id ? t('list.youSuggested') : t('list.theySuggest', { name })] : []),
  ]
}

function restAside({ pauses, terms }: Ritual, now: Date, locale: string): string | null {
  const t = translate(locale, ritualsMessages)
  const today = dayIn(now, terms.zone)
  const rest = currentRest(pauses, today)
  if (!rest) return null
  if (rest.from > today) return restInWords(rest, today, locale)
  return rest.to === null ? t('list.rests') : t('list.restsUntil', { day: formatShortDay(rest.to, locale, today) })
}
