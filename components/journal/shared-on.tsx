'use client'
import { useToday } from '@/components/people/use-today'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatShortDay } from '@/lib/time/format'
import type { TwoPeople } from '@/components/people/two-people'
import { showBeside } from './show-beside'

type SharedOnProps = Readonly<{
  copy: OpenedSharedPage
  people: TwoPeople
  /** The copy is shown beside the list, in the same document. */
  beside?: boolean
  /** It stands among other words of a row. */
  inRow?: boolean
}>

/** When a private page was shared, as a link to the copy that the partner reads. */
export function SharedOn({ copy, people, beside = false, inRow = false }: SharedOnProps) {
  const t = useTranslations(journalMessages)
  const href = `/journal/shared/${copy.id}`
  const day = formatShortDay(copy.day, people.locale, useToday())
  return (
    <Link
      href={href}
      onClick={(event) => beside && showBeside(event, href)}
      className={classes(
        inRow ? 'reach-words' : 'reach',
        'text-small font-strong text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink',
      )}
    >
      {t(copy.coupleId === people.coupleId ? 'sharedOn' : 'sharedThen', { day })}
    </Link>
  )
}
