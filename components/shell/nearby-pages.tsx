import { TextLink } from '@/components/ui/links'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'

/** The pages that belong to Week and Lately and have no place in the bar. */
export function NearbyPages({ locale, className }: { locale: string; className?: string }) {
  const t = translate(locale, shellMessages)
  return (
    <p className={`no-print flex flex-wrap gap-x-6 ${className ?? ''}`}>
      <TextLink alone href="/rituals">
        {t('back.rituals')}
      </TextLink>
      <TextLink alone href="/months">
        {t('back.months')}
      </TextLink>
    </p>
  )
}
