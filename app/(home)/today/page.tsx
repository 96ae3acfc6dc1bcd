import { Lock, Plus } from 'lucide-react'
import { homePage } from '@/app/(home)/home-page'
import { WeekRows } from '@/components/check-ins/week-rows'
import { PeopleClocks } from '@/components/couples/people-clocks'
import { NewestShared } from '@/components/journal/newest-shared'
import { MonthRow } from '@/components/months/month-row'
import { EarlierToday } from '@/components/rituals/earlier-today'
import { NextPanel } from '@/components/rituals/next-panel'
import { QuietLines } from '@/components/rituals/quiet-lines'
import { WeekStrip } from '@/components/rituals/week-strip'
import { AppFrame } from '@/components/shell/app-frame'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { readSparePageSaved } from '@/lib/accounts/spare-page-saved'
import { readBlindToday } from '@/lib/check-ins/reads'
import type { ViewerDb } from '@/lib/db/with-viewer'
import { translate } from '@/lib/messages/translate'
import { monthToday } from '@/lib/months/reads'
import { readRitualsToday } from '@/lib/rituals/today'
import { dayIn } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import { greetingAt } from '@/lib/time/greeting'

// With the two people five statements, so eight in all.
async function read(db: ViewerDb) {
  return { rituals: await readRitualsToday(db), spareSaved: await readSparePageSaved(db), blind: await readBlindToday(db), month: monthToday(db) }
}

export default function Page() {
  return homePage(read, ({ rituals: { next, earlier, agreed, toAnswer }, spareSaved, blind, month }, people) => {
    const t = translate('today')
    const { me, partner, coupleId, locale, now } = people
    return (
      <AppFrame quietWrite={next !== null && next.start <= now && !next.tookPart}>
        <PageHeading overline={formatDay(dayIn(now, me.zone), locale)}>{t(greetingAt(now, me.zone), { name: me.name })}</PageHeading>
        <div className="mt-3"><PeopleClocks people={people} look="line" /></div>
        <div className="mt-6 grid gap-x-14 rail:grid-cols-[minmax(0,1.85fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            {next ? <NextPanel date={next} people={people} /> : null}
            <EarlierToday dates={earlier} people={people} />
            <Link href="/write" className="mt-8 block border-y border-line py-4 first:mt-0">
              <span className="type-lede block">{t('remember')}</span>
              <span className="mt-1.5 flex items-center gap-2 text-small text-ink-3">
                <Icon of={Lock} size={16} />
                {t(partner ? 'rememberPaired' : 'rememberAlone')}
              </span>
            </Link>
            {partner ? <LinkButton href="/moments/new" variant="link" icon={<Icon of={Plus} size={16} />} className="mt-1.5">{translate('moments')('log')}</LinkButton> : null}
            {partner && coupleId ? <NewestShared partner={partner} couple={coupleId} locale={locale} /> : null}
          </div>
          <div className="min-w-0 rail:-mt-8">
            <WeekStrip rituals={agreed} people={people} />
            <QuietLines
              spareSaved={spareSaved} partnerName={partner?.name ?? null} toAnswer={toAnswer} hopesMarked={blind.hopesMarked}
              weeks={blind.weeks.length > 0 ? <WeekRows lines={blind.weeks} today={dayIn(now, me.zone)} locale={locale} /> : null}
              month={month ? <MonthRow month={month} /> : null}
            />
          </div>
        </div>
      </AppFrame>
    )
  })
}
