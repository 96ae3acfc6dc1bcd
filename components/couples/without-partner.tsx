import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton, TextLink } from '@/components/ui/links'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'

type WithoutPartnerProps = Readonly<{
  /** The page, which needs two people. */
  place: 'week' | 'lately' | 'months' | 'checkIn' | 'moments' | 'rituals' | 'share'
  /** The viewer had a partner before. */
  hasParted: boolean
  locale: string
  /** For one who never had a partner: what the page is for. */
  children: ReactNode
  /** When it begins. */
  detail?: ReactNode
}>

/**
 * A page for two, for one without a partner: what it is for, and the invitation. For one who has parted: what stays and where it is.
 * That sells nothing: inviting somebody is a quiet link.
 */
export function WithoutPartner({ place, hasParted, locale, children, detail }: WithoutPartnerProps) {
  const t = translate(locale, couplesMessages)
  if (!hasParted)
    return (
      <EmptyState
        detail={detail}
        action={
          <LinkButton href="/pair" variant="primary">
            {t('pair.title')}
          </LinkButton>
        }
      >
        {children}
      </EmptyState>
    )
  return (
    <EmptyState
      detail={t(place === 'rituals' ? 'parted.below' : 'parted.detail')}
      action={
        <>
          {place === 'rituals' ? null : <LinkButton href="/rituals">{t('parted.before')}</LinkButton>}
          <TextLink alone href="/pair">
            {t('parted.invite')}
          </TextLink>
        </>
      }
    >
      {t(`parted.${place}`)}
    </EmptyState>
  )
}
