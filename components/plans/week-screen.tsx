'use client'
import { WithoutPartner } from '@/components/couples/without-partner'
import { AppFrame } from '@/components/shell/app-frame'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { translate } from '@/lib/messages/translate'
import type { WeekOfPlans } from '@/lib/plans/contract'
import { weekName } from '@/lib/plans/in-words'
import { addDays, dayIn, daysBetween, type Day } from '@/lib/time/day'
import { formatDaysBetween } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { WeekBoard } from './week-board'

type WeekScreenProps = Readonly<{
  /** Null without a couple. */
  found: Readonly<{ week: WeekOfPlans; isPartial: boolean; weekStart: WeekStart; startedOn: Day }> | null
  people: People
  /** The viewer has no partner, but had one before. */
  hasParted: boolean
}>

/** A week of the couple, with links to the weeks before and after. */
export function WeekScreen({ found, people: { me, partner, coupleId, locale, now }, hasParted }: WeekScreenProps) {
  const t = translate(locale, plansMessages)
  if (!found || !partner || !coupleId) {
    return (
      <AppFrame locale={locale} quietWrite>
        <PageHeading>{t('week.this')}</PageHeading>
        <WithoutPartner place="week" hasParted={hasParted} locale={locale} detail={t('week.aloneDetail')}>
          {t('week.alone')}
        </WithoutPartner>
      </AppFrame>
    )
  }
  const { week, isPartial, weekStart, startedOn } = found
  const shift = daysBetween(weekOf(dayIn(now, me.zone), weekStart).first, week.first) / 7
  const to = (days: number) => `/week/${weekOf(addDays(week.first, days), weekStart).id}`
  return (
    <AppFrame locale={locale} quietWrite>
      <PageHeading
        overline={t('week.overline', formatDaysBetween(week.first, week.last, locale, dayIn(now, me.zone)))}
        aside={
          <nav aria-label={t('week.days')} className="flex items-center">
            <Link href={to(-7)} className="reach min-w-11 justify-center rounded-full hover:bg-wash">
              <Icon icon="chevron-left" size={20} />
              <span className="sr-only">{t('week.before')}</span>
            </Link>
            {shift === 0 ? null : (
              <Link href={to(-7 * shift)} className="reach px-2 text-small font-strong text-ink-2 hover:text-ink">
                {t('week.now')}
              </Link>
            )}
            <Link href={to(7)} className="reach min-w-11 justify-center rounded-full hover:bg-wash">
              <Icon icon="chevron-right" size={20} />
              <span className="sr-only">{t('week.after')}</span>
            </Link>
          </nav>
        }
      >
        {weekName(shift, locale)}
      </PageHeading>
      <div className="mt-6">
        <WeekBoard
          key={week.week}
          initial={week}
          isPartial={isPartial}
          coupleId={coupleId}
          me={me}
          partner={partner}
          locale={locale}
          weekStart={weekStart}
          startedOn={startedOn}
          serverNow={now.getTime()}
        />
      </div>
    </AppFrame>
  )
}
