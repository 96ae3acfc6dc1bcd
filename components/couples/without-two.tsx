import { TextLink } from '@/components/ui/links'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'

type WithoutTwoProps = Readonly<{ place: 'week' | 'lately'; hasParted: boolean; locale: string }>

/**
 * One line on what takes two, above what one has alone. For one who has parted: where what they kept is. The invitation
 * is on Today.
 */
export function WithoutTwo({ place, hasParted, locale }: WithoutTwoProps) {
  const t = translate(locale, couplesMessages)
  return (
    <p className="mt-2 text-small text-ink-3">
      {hasParted
        ? t.rich('parted.line', { link: (words) => <TextLink href="/rituals">{words}</TextLink> })
        : t(`alone.${place}`)}
    </p>
  )
}
