import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/links'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'

type WithoutPartnerProps = Readonly<{
  /** The page, which needs two people. */
  place: 'months' | 'checkIn' | 'moments' | 'rituals' | 'share'
  /** The viewer had a partner before. */
  hasParted: boolean
  locale: string
  /** For one who never had a partner: what the page is for. */
  children: ReactNode
}>

/**
 * A page for two, opened by one without a partner: what it is for, and a way on. The invitation is on Today, and nowhere
 * else. For one who has parted: what stays and where it is.
 */
export function WithoutPartner({ place, hasParted, locale, children }: WithoutPartnerProps) {
  const t = translate(locale, couplesMessages)
  const today = (
    <TextLink alone href="/today">
      {t('alone.today')}
    </TextLink>
  )
  if (!hasParted) return <EmptyState action={today}>{children}</EmptyState>
  return (
    <EmptyState
      detail={t(place === 'rituals' ? 'parted.below' : 'parted.detail')}
      action={
        place === 'rituals' ? (
          today
        ) : (
          <TextLink alone href="/rituals">
            {t('parted.before')}
          </TextLink>
        )
      }
    >
      {t(`parted.${place}`)}
    </EmptyState>
  )
}
