import { WithoutPartner } from '@/components/couples/without-partner'
import { TwoMarksOnce } from '@/components/people/two-marks-once'
import { FlowFrame } from '@/components/shell/flow-frame'
import { LinkButton, TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import type { CheckIn } from '@/lib/check-ins/contract'
import { checkInView, nearness } from '@/lib/check-ins/view'
import { sortByPairing, type Partner, type People } from '@/lib/couples/people'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { translate } from '@/lib/messages/translate'
import { addDays, dayIn } from '@/lib/time/day'
import { formatDay, formatDaysBetween } from '@/lib/time/format'
import type { WeekId } from '@/lib/time/week'
import { answeredMark } from './answered-mark'
import { BothAnswers, type PersonAnswer } from './both-answers'
import { CheckInForm } from './check-in-form'
import { FocusHeading } from './focus-heading'
import { KeptAnswer } from './kept-answer'
import { MyAnswer } from './my-answer'

type CheckInScreenProps = Readonly<{
  /** Null without a partner. */
  found: Readonly<{ checkIn: CheckIn; before: WeekId | null }> | null
  people: People
  /** The viewer has no partner, but had one before. */
  hasParted: boolean
}>

/** A week's check-in in each of its states (see `checkInView`). */
export function CheckInScreen({ found, people, hasParted }: CheckInScreenProps) {
  const { me, partner, locale, now } = people
  const t = translate(locale, checkInsMessages)
  const view = found && partner ? checkInView(found.checkIn, dayIn(now, me.zone)) : null
  return (
    <FlowFrame
      locale={locale}
      width={view === 'early' || view === 'closed' || view === null ? 'flow' : 'sides'}
      back={{ href: '/today', label: t('back') }}
    >
      {found && partner && view ? (
        <FocusHeading on={view}>
          <CheckInContent {...found} people={people} partner={partner} />
        </FocusHeading>
      ) : (
        <>
          <PageHeading size="title">{t('alone.title')}</PageHeading>
          <WithoutPartner place="checkIn" hasParted={hasParted} locale={locale}>
            {t('alone.lead')}
          </WithoutPartner>
        </>
      )}
    </FlowFrame>
  )
}

function CheckInContent({
  checkIn,
  before,
  people,
  partner,
}: NonNullable<CheckInScreenProps['found']> & { people: People; partner: Partner }) {
  const { me, locale, now } = people
  const t = translate(locale, checkInsMessages)
  const { week, first, last, until, mine } = checkIn
  const today = dayIn(now, me.zone)
  const view = checkInView(checkIn, today)
  const overline = t('overline', formatDaysBetween(first, last, locale, today))
  const question = t(today <= last ? 'ask.now' : today <= addDays(last, 7) ? 'ask.past' : 'ask.earlier')
  const links = (
    <p className="mt-6 flex flex-wrap gap-x-6">
      {before ? (
        <TextLink alone href={`/check-in/${before}`}>
          {t('before')}
        </TextLink>
      ) : null}
      <TextLink alone href="/today">
        {t('today')}
      </TextLink>
    </p>
  )
  if (view === 'both') {
    const both = answersOf(checkIn, people)
    const howNear = both ? nearness(both[0].answer, both[1].answer) : 'same'
    return (
      <>
        <TwoMarksOnce
          mark={answeredMark(week, me.id)}
          end={howNear === 'same' ? 'within' : 'beside'}
          className="-ms-0.5 mb-3"
        />
        <PageHeading overline={overline}>{t(`both.${howNear}`)}</PageHeading>
        {both ? <BothAnswers both={both} locale={locale} /> : null}
        {links}
      </>
    )
  }
  if (mine && view === 'kept') {
    return (
      <KeptAnswer
        week={week}
        mine={mine}
        partnerName={partner.name}
        overline={overline}
        question={question}
        links={links}
        lead={t('mine.keptLead', { day: formatDay(until, locale, today) })}
      />
    )
  }
  if (mine) {
    return (
      <>
        <PageHeading overline={overline} lead={t('mine.overLead')}>
          {t('mine.over')}
        </PageHeading>
        <MyAnswer answer={mine} locale={locale} />
        {links}
      </>
    )
  }
  if (view === 'ask') {
    return (
      <>
        <PageHeading overline={overline}>{question}</PageHeading>
        <CheckInForm
          week={week}
          mine={null}
          partnerName={partner.name}
          cancel={
            <LinkButton href="/today" variant="quiet">
              {t('ask.later')}
            </LinkButton>
          }
        />
      </>
    )
  }
  return (
    <>
      <PageHeading
        overline={overline}
        lead={view === 'early' ? t('early.lead', { day: formatDay(first, locale, today) }) : t('closed.lead')}
      >
        {t(view === 'early' ? 'early.title' : 'closed.title')}
      </PageHeading>
      {links}
    </>
  )
}

/** Both answers in pairing order; null until both are revealed. */
function answersOf({ mine, partner: theirs }: CheckIn, people: People): readonly [PersonAnswer, PersonAnswer] | null {
  const [firstPerson, secondPerson] = sortByPairing(people)
  if (!mine || !theirs || !firstPerson || !secondPerson) return null
  const withAnswer = (person: Partner): PersonAnswer => ({ person, answer: person.id === people.me.id ? mine : theirs })
  return [withAnswer(firstPerson), withAnswer(secondPerson)]
}
