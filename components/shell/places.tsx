'use client'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'

// In the rail's order. On a phone Write is in the middle, and Settings is in the page's footer.
const places = [
  { key: 'write', icon: 'pen-line' },
  { key: 'today', icon: 'house' },
  { key: 'journal', icon: 'book-open' },
  { key: 'week', icon: 'calendar-heart' },
  { key: 'lately', icon: 'flower-2' },
  { key: 'settings', icon: 'settings' },
] as const

const FIRST_ON_PHONE: readonly string[] = ['today', 'journal']

// The pages of rituals belong to the week.
const isInside = (path: string, key: string): boolean =>
  path === `/${key}` || path.startsWith(`/${key}/`) || (key === 'week' && isInside(path, 'rituals'))

/**
 * The links to the main pages: five in a bar at the bottom of a phone, all of them in the rail from 900 px, where Write
 * looks like a button. The same links are styled in two ways (`place` in globals.css).
 */
export function Places({ quietWrite }: { quietWrite: boolean }) {
  const t = useTranslations(shellMessages)
  const path = usePathname()
  return places.map(({ key, icon }) => (
    <Link
      key={key}
      href={`/${key}`}
      {...(isInside(path, key) ? { 'aria-current': 'page' as const } : {})}
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
