'use client'
import { BothMarks, PartnerMark } from '@/components/people/partner-mark'
import { Icon } from '@/components/ui/icon'
import type { TwoPeople } from '@/components/people/two-people'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

const line = 'inline-flex items-center gap-2'

/** Private: in words and with a lock, wherever text is written or read. */
export const OnlyYou = () => (
  <span className={line}>
    <Icon icon="lock" size={15} />
    {useTranslations(journalMessages)('onlyYou')}
  </span>
)

type SharedWithProps = Readonly<{ people: TwoPeople; mine: boolean; coupleId: string }>

/** Shared: my own is the two's, theirs is from them. A couple of before has no name any more. */
export function SharedWith({ people, mine, coupleId }: SharedWithProps) {
  const t = useTranslations(journalMessages)
  const now = coupleId === people.coupleId ? people.partner : null
  if (mine)
    return (
      <span className={line}>
        {now ? <BothMarks /> : null}
        <Words>{now ? t('youAnd', { name: now.name }) : t('youThen')}</Words>
      </span>
    )
  return (
    <span className={line}>
      {now ? <PartnerMark slot={now.slot} size={11} /> : null}
      <Words>{now ? t('from', { name: now.name }) : t('fromThen')}</Words>
    </span>
  )
}

/** A name may be as long as a line, or a word longer than one. */
const Words = ({ children }: { children: string }) => <span className="min-w-0 wrap-anywhere">{children}</span>
