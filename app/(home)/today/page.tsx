import { Lock, Plus } from 'lucide-react'
import { homePage } from '@/app/(home)/home-page'
import { WeekRows } from '@/components/today/week-rows'
import { PeopleClocks } from '@/components/people/people-clocks'
import { NewestShared } from '@/components/today/newest-shared'
import { MonthRow } from '@/components/today/month-row'
import { AlsoToday } from '@/components/today/also-today'
import { NextPanel } from '@/components/today/next-panel'
import { WeekStrip } from '@/components/today/week-strip'
import { QuietLines } from '@/components/today/quiet-lines'
import { AppFrame } from '@/components/shell/app-frame'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { readSparePageSaved } from '@/lib/accounts/reads'
import { readBlindToday } from '@/lib/check-ins/reads'
import { readFormerCouples } from '@/lib/couples/reads'
import { hasCouple, type Scope } from '@/lib/db/with-viewer'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import { monthToday } from '@/lib/months/reads'
import { spanOf } from '@/lib/plans/planned-start'
import { readPlansToday } from '@/lib/plans/today-reads'
import { dayIn } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import { greetingAt } from '@/lib/time/greeting'

// With the two people five statements, so eight in all; alone they are fewer.
async function read(scope: Scope) {
  const spareSaved = await readSparePageSaved(scope)
  const blind = await readBlindToday(scope)
  if (!hasCouple(scope)) {
    const parted = (await readFormerCouples(scope)).length > 0
    return { spareSaved, blind, parted, plans: null, weekStart: null, month: null }
  }
  return {
    spareSaved,
    blind,
    parted: false,
    plans: await readPlansToday(scope),
    weekStart: scope.viewer.weekStart,
    month: monthToday(scope),
  }
}

export default function Page() {
  return homePage(read, ({ parted, plans, weekStart, spareSaved, blind, month }, people) => {
    const { me, partner, coupleId, locale, now } = people
    const t = translate(locale, todayMessages)
    const next = plans?.next ?? null
    const begun = next === null ? null : spanOf(next)
    return (
      <AppFrame
        locale={locale}
        quietWrite={next !== null && begun !== null && begun.start <= now && !next.tookPart.includes(me.id)}
      >
        <PageHeading overline={formatDay(dayIn(now, me.zone), locale)}>
          {t(greetingAt(now, me.zone), { name: me.name })}
        </PageHeading>
        <div className="mt-3">
          <PeopleClocks people={people} look="line" />
        </div>
        <div className="mt-6 grid gap-x-14 rail:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            {next && weekStart ? <NextPanel plan={next} weekStart={weekStart} people={people} /> : null}
            {plans ? <AlsoToday plans={plans.also} people={people} /> : null}
            <Link href="/write" className="mt-8 block border-y border-line py-4 first:mt-0">
              <span className="type-lede block">{t('remember')}</span>
              <span className="mt-1.5 flex items-center gap-2 text-small text-ink-3">
                <Icon icon={Lock} size={16} />
                {t(partner ? 'rememberPaired' : 'rememberAlone')}
              </span>
            </Link>
            {partner ? (
              <LinkButton href="/moments/new" variant="link" icon={<Icon icon={Plus} size={16} />} className="mt-1.5">
                {translate(locale, momentsMessages)('log')}
              </LinkButton>
            ) : null}
            {partner && coupleId ? (
              <NewestShared me={me.id} partner={partner} coupleId={coupleId} locale={locale} />
            ) : null}
          </div>
          <div className="min-w-0 rail:-mt-8">
            {plans ? <WeekStrip week={plans.week} people={people} /> : null}
            <QuietLines
              locale={locale}
              spareSaved={spareSaved}
              partnerName={partner?.name ?? null}
              parted={parted}
              toAnswer={plans?.toAnswer ?? []}
              hopesMarked={blind.hopesMarked}
              weeks={
                blind.weeks.length > 0 ? (
                  <WeekRows lines={blind.weeks} today={dayIn(now, me.zone)} locale={locale} />
                ) : null
              }
              month={month ? <MonthRow month={month} locale={locale} /> : null}
            />
          </div>
        </div>
      </AppFrame>
    )
  })
}
