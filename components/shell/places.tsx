'use client'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'

// In the rail's order. On a phone Write stands in the middle, and Settings at the page's end instead.
const places = [
  { key: 'write', icon: 'pen-line' },
  { key: 'today', icon: 'house' },
  { key: 'journal', icon: 'book-open' },
  { key: 'week', icon: 'calendar-heart' },
  { key: 'lately', icon: 'flower-2' },
  { key: 'settings', icon: 'settings' },
] as const

const FIRST_ON_PHONE: readonly string[] = ['today', 'journal']

// Rituals are reached from the week.
const inside = (path: string, key: string): boolean =>
  path === `/${key}` || path.startsWith(`/${key}/`) || (key === 'week' && inside(path, 'rituals'))

/**
 * The places: five in a bar at the bottom of a phone, all of them in the rail from 900 px, where Write is a button of its own. They are
 * the same links, drawn in two ways (`place` in globals.css).
 */
export function Places({ quietWrite }: { quietWrite: boolean }) {
  const t = useTranslations(shellMessages)
  const path = usePathname()
  return places.map(({ key, icon }) => (
    <Link
      key={key}
      href={`/${key}`}
      {...(inside(path, key) ? { 'aria-current': 'page' as const } : {})}
      className={classes(
        'place',
        key === 'write' && 'place-write',
        key === 'write' && quietWrite && 'place-quiet',
        FIRST_ON_PHONE.includes(key) && 'max-rail:-order-1',
        key === 'settings' && 'max-rail:hidden',
      )}
    >
      <span>
        <Icon icon={icon} />
      </span>
      {t(key)}
    </Link>
  ))
}
