import { TypeList } from '@/components/intimacy/type-mark'
import { PreloadRows } from '@/components/device/preload-rows'
import { AppFrame } from '@/components/shell/app-frame'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/links'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { sortByPairing, type People } from '@/lib/couples/people'
import { datesMessages } from '@/lib/messages/rooms/dates'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { rememberedMessages } from '@/lib/messages/rooms/remembered'
import { translate } from '@/lib/messages/translate'
import type { RememberedPlan } from '@/lib/plans/contract'
import { canMarkPlan, hasBegun } from '@/lib/plans/planned-start'
import { dayIn } from '@/lib/time/day'
import type { Day } from '@/lib/time/day'
import { formatDay, formatFullDay } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { FeltForm } from './felt-form'
import { Lines } from './lines'
import { PlanTimes } from './plan-times'
import { TookPart } from './took-part'

type PlanScreenProps = Readonly<{
  remembered: RememberedPlan
  onlyMe: boolean
  weekStart: WeekStart | null
  /** The day on which the two paired; null without a couple. */
  startedOn: Day | null
  people: People
}>

/** A plan to look back at: who took part, how it felt, and the lines to remember it by. */
export function PlanScreen({
  remembered: { plan, coupleId, felt, feltIsFinal },
  onlyMe,
  weekStart,
  startedOn,
  people,
}: PlanScreenProps) {
  const { me, locale, now } = people
  const t = translate(locale, plansMessages)
  const remembered = translate(locale, rememberedMessages)
  const former = coupleId !== people.coupleId
  const partner = former ? null : people.partner
  const everybody = former ? [me] : sortByPairing(people)
  const [mine, theirs] = [plan.tookPart.includes(me.id), plan.tookPart.some((id) => id !== me.id)]
  const canMark = partner !== null && canMarkPlan(plan, { zone: me.zone, now, startedOn })
  const day = formatDay(plan.plannedOn, locale, dayIn(now, me.zone))
  const back =
    former || weekStart === null
      ? { href: '/rituals', label: t('week.rituals') }
      : { href: `/week/${weekOf(plan.plannedOn, weekStart).id}`, label: t('one.week') }
  const theyTook = !theirs ? null : partner ? t('card.theyTookPart', { name: partner.name }) : t('one.then')
  const took = mine ? translate(locale, datesMessages)(theirs ? 'both' : 'you') : theyTook
  return (
    <AppFrame locale={locale} back={back} quietWrite={canMark && !mine}>
      <PreloadRows open={onlyMe} paths={[`/api/plans/${plan.id}?coupleId=${coupleId}`]} />
      <PageHeading overline={formatFullDay(plan.plannedOn, locale)}>{plan.title}</PageHeading>
      <div className="grid grid-cols-1 gap-x-14 wide:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <div className="min-w-0">
          <TypeList locale={locale} types={plan.types} className="mt-3" />
          <div className="mt-3 grid grid-cols-1 gap-1.5">
            <PlanTimes plan={plan} me={me} partner={partner} locale={locale} />
            {plan.what ? (
              <p dir="auto" className="wrap-anywhere">
                {plan.what}
              </p>
            ) : null}
            {plan.place ? (
              <p className="flex items-start gap-2 text-ink-2">
                <Icon icon="map-pin" size={16} className="mt-[0.25rem]" />
                <bdi className="min-w-0 wrap-anywhere">{plan.place}</bdi>
              </p>
            ) : null}
          </div>
          <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 empty:hidden">
            {canMark || (mine && partner) ? (
              <TookPart
                plan={plan}
                tookPart={mine}
                theirs={theyTook}
                day={day}
                primary={!mine}
                canMarkAgain={canMark}
              />
            ) : took ? (
              <p className="text-ink-2">{took}</p>
            ) : !hasBegun(plan, me.zone, now) ? null : (
              <p className="text-ink-2">{t('one.nobody')}</p>
            )}
          </div>
          {plan.ritualId === null ? null : (
            <p className="mt-6">
              <TextLink
                alone
                href={former ? `/rituals/${plan.ritualId}?coupleId=${coupleId}` : `/rituals/${plan.ritualId}`}
              >
                {t('one.ritual')}
              </TextLink>
            </p>
          )}
        </div>
        <div className="min-w-0 measure wide:-mt-5">
          {mine && partner ? (
            <Section id="how" title={remembered('felt.title')}>
              <FeltForm planId={plan.id} felt={felt} isFinal={feltIsFinal} people={everybody} me={me} open={canMark} />
            </Section>
          ) : null}
          {plan.tookPart.length > 0 ? (
            <Section id="lines" title={remembered('line.title')}>
              <Lines
                plan={{ id: plan.id, coupleId }}
                // what the viewer wrote shows to nobody without their mark, so not to them either
                people={mine || former ? everybody : everybody.filter(({ id }) => id !== me.id)}
                me={me}
                partnerName={partner?.name ?? ''}
                writable={mine && canMark}
              />
            </Section>
          ) : null}
        </div>
      </div>
    </AppFrame>
  )
}
