import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { translate } from '@/lib/messages/translate'
import { addDays } from '@/lib/time/day'
import { weekOf, type Week, type WeekStart } from '@/lib/time/week'

type WeekNavProps = Readonly<{
  week: Pick<Week, 'first'>
  weekStart: WeekStart
  /** How many weeks after the present one it is; negative before it. */
  shift: number
  locale: string
  /** Whether a later week can hold anything. */
  hasAfter?: boolean
}>

/** Links to the weeks before and after, and to the present one. */
export function WeekNav({ week, weekStart, shift, locale, hasAfter = true }: WeekNavProps) {
  const t = translate(locale, plansMessages)
  const to = (days: number) => `/week/${weekOf(addDays(week.first, days), weekStart).id}`
  return (
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
      {hasAfter ? (
        <Link href={to(7)} className="reach min-w-11 justify-center rounded-full hover:bg-wash">
          <Icon icon="chevron-right" size={20} />
          <span className="sr-only">{t('week.after')}</span>
        </Link>
      ) : null}
    </nav>
  )
}
