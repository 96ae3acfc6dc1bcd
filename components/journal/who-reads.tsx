'use client'
import { BothMarks, PartnerMark } from '@/components/people/partner-mark'
import { Icon } from '@/components/ui/icon'
import { authorOf, type TwoPeople } from '@/components/people/two-people'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

// the marks are on the first line of a name that needs several
const line = 'inline-flex items-baseline gap-2'

/** "Only you" with a lock, wherever private text is written or read. `wasShared`: others may read a copy, which a change leaves as it is. */
export const OnlyYou = ({ wasShared = false }: { wasShared?: boolean }) => (
  <span className="inline-flex items-center gap-2">
    <Icon icon="lock" size={15} />
    {useTranslations(journalMessages)(wasShared ? 'onlyYouEdit' : 'onlyYou')}
  </span>
)

type SharedWithProps = Readonly<{
  people: TwoPeople
  page: Readonly<{ authorId: string; coupleId: string }>
  /** Who reads it, also of the partner's page, whose writer is named elsewhere. */
  readers?: boolean
}>

/** Who reads a shared page, or whom it is from. A former partner has no name any more. */
export function SharedWith({ people, page, readers = false }: SharedWithProps) {
  const t = useTranslations(journalMessages)
  const partner = page.coupleId === people.coupleId ? people.partner : null
  const author = authorOf(people, page)
  if (readers || page.authorId === people.me.id)
    return (
      <span className={line}>
        {partner ? <BothMarks /> : null}
        <BreakingText>{partner ? t('youAnd', { name: partner.name }) : t('youThen')}</BreakingText>
      </span>
    )
  return (
    <span className={line}>
      {author ? <PartnerMark slot={author.slot} size={11} /> : null}
      <BreakingText>{author ? t('from', { name: author.name }) : t('fromThen')}</BreakingText>
    </span>
  )
}

// A name may be longer than a line.
const BreakingText = ({ children }: { children: string }) => <span className="min-w-0 wrap-anywhere">{children}</span>
