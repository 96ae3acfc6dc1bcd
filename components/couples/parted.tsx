import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton, TextLink } from '@/components/ui/links'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'

type PartedProps = Readonly<{
  /** The page that is empty for one who has parted. */
  place: 'week' | 'lately' | 'months' | 'checkIn' | 'moments' | 'rituals'
  locale: string
}>

/**
 * A page for two, for one who has parted: what stays and where it is. It sells nothing: inviting somebody is a quiet
 * link.
 */
export function Parted({ place, locale }: PartedProps) {
  const t = translate(locale, couplesMessages)
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
