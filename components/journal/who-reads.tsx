'use client'
import { BothMarks, PartnerMark } from '@/components/people/partner-mark'
import { Icon } from '@/components/ui/icon'
import type { TwoPeople } from '@/components/people/two-people'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

const line = 'inline-flex items-center gap-2'

/** "Only you" with a lock, wherever private text is written or read. */
export const OnlyYou = () => (
  <span className={line}>
    <Icon icon="lock" size={15} />
    {useTranslations(journalMessages)('onlyYou')}
  </span>
)

type SharedWithProps = Readonly<{ people: TwoPeople; mine: boolean; coupleId: string }>

/** Who reads a shared page, or whom it is from. A former partner has no name any more. */
export function SharedWith({ people, mine, coupleId }: SharedWithProps) {
  const t = useTranslations(journalMessages)
  const partner = coupleId === people.coupleId ? people.partner : null
  if (mine)
    return (
      <span className={line}>
        {partner ? <BothMarks /> : null}
        <BreakingText>{partner ? t('youAnd', { name: partner.name }) : t('youThen')}</BreakingText>
      </span>
    )
  return (
    <span className={line}>
      {partner ? <PartnerMark slot={partner.slot} size={11} /> : null}
      <BreakingText>{partner ? t('from', { name: partner.name }) : t('fromThen')}</BreakingText>
    </span>
  )
}

// A name may be longer than a line.
const BreakingText = ({ children }: { children: string }) => <span className="min-w-0 wrap-anywhere">{children}</span>
