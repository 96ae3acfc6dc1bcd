'use client'
import { BookOpen, CalendarHeart, Flower2, House, PenLine, Settings } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'

const places = [
  { key: 'today', icon: House },
  { key: 'journal', icon: BookOpen },
  { key: 'write', icon: PenLine },
  { key: 'week', icon: CalendarHeart },
  { key: 'lately', icon: Flower2 },
  { key: 'settings', icon: Settings },
] as const

// Rituals are reached from the week.
const inside = (path: string, key: string): boolean =>
  path === `/${key}` || path.startsWith(`/${key}/`) || (key === 'week' && inside(path, 'rituals'))

/** The five places at the bottom of a phone. */
export function BottomBar() {
  const t = useTranslations(shellMessages)
  const path = usePathname()
  return (
    <nav
      aria-label={t('places')}
      className="no-print fixed inset-x-0 bottom-0 z-10 grid grid-cols-5 border-t border-line veil px-2 pt-1.5 pb-safe-2 rail:hidden"
    >
      {places
        .filter(({ key }) => key !== 'settings')
        .map(({ key, icon }) => {
          const here = inside(path, key)
          const write = key === 'write'
          return (
            <Link
              key={key}
              href={`/${key}`}
              {...(here ? { 'aria-current': 'page' as const } : {})}
              className={classes(
                'grid min-h-13 content-center justify-items-center gap-0.75 text-bar',
                here ? 'font-bold text-ink' : 'font-medium text-ink-3',
              )}
            >
              <span
                className={classes(
                  'grid h-7 place-items-center rounded-full transition-colors duration-160',
                  write ? 'w-11 bg-primary text-on-primary' : 'w-13',
                  here && !write && 'bg-wash',
                )}
              >
                <Icon icon={icon} size={22} />
              </span>
              {t(key)}
            </Link>
          )
        })}
    </nav>
  )
}

/** The places of the rail, from 900 px; Write is a button of its own. */
export function RailPlaces({ quietWrite }: { quietWrite: boolean }) {
  const t = useTranslations(shellMessages)
  const path = usePathname()
  return (
    <div className="flex flex-col gap-1">
      <Link
        href="/write"
        className={classes(
          'mb-3.5 flex min-h-11.5 items-center justify-center gap-3 rounded-full text-control font-bold transition-colors duration-160',
          quietWrite ? 'inset-ring inset-ring-line-strong hover:bg-wash' : 'bg-primary text-on-primary',
        )}
      >
        <Icon icon={PenLine} size={18} />
        {t('write')}
      </Link>
      {places
        .filter(({ key }) => key !== 'write')
        .map(({ key, icon }) => {
          const here = inside(path, key)
          return (
            <Link
              key={key}
              href={`/${key}`}
              {...(here ? { 'aria-current': 'page' as const } : {})}
              className={classes(
                'flex min-h-11 items-center gap-3 rounded-place px-3 text-control transition-colors duration-160',
                here ? 'bg-wash font-bold text-ink' : 'font-medium text-ink-2 hover:text-ink',
              )}
            >
              <Icon icon={icon} size={20} />
              {t(key)}
            </Link>
          )
        })}
    </div>
  )
}
