import { Flower } from '@/components/intimacy/flower'
import { WholePetal } from '@/components/intimacy/whole-petal'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { translate } from '@/lib/messages/translate'
import { formatList } from '@/lib/time/format'

type OwnWeekFlowerProps = Readonly<{ types: ReadonlySet<IntimacyType>; locale: string; className?: string }>

/** Which types one's own pages of a week have: a filled petal for each. It counts nothing. */
export function OwnWeekFlower({ types, locale, className }: OwnWeekFlowerProps) {
  const t = translate(locale, ownPagesMessages, 'week')
  const intimacy = translate(locale, intimacyMessages)
  const names = INTIMACY_TYPES.filter((type) => types.has(type)).map((type) => intimacy(type))
  const label = names.length > 0 ? t('about', { types: formatList(names, locale) }) : t('aboutNone')
  return (
    <figure className={className}>
      <Flower locale={locale} label={label} petal={(type) => <WholePetal share={types.has(type) ? 1 : 0} />} />
      <figcaption className="mt-3 text-center text-small text-ink-3">
        {t(names.length > 0 ? 'caption' : 'captionNone')}
      </figcaption>
    </figure>
  )
}
