import { TypeList } from '@/components/intimacy/type-mark'
import { Row } from '@/components/ui/rows'
import type { Ritual } from '@/lib/rituals/contract'
import { currentTermsOf } from '@/lib/rituals/discussion'
import { rhythmInWords } from '@/lib/rituals/in-words'
import type { Zone } from '@/lib/time/zone'

type RitualRowProps = Readonly<{
  ritual: Ritual
  locale: string
  zone: Zone
  now: Date
  former?: boolean
  aside?: readonly string[]
}>

/** A ritual in a list. Every part has a line of its own, as a name at the row's end would leave the title no room. */
export function RitualRow({ ritual, locale, zone, now, former = false, aside = [] }: RitualRowProps) {
  const { id, coupleId } = ritual
  const terms = currentTermsOf(ritual, now)
  return (
    <Row
      href={former ? `/rituals/${id}?coupleId=${coupleId}` : `/rituals/${id}`}
      isPlan
      title={terms.title}
      detail={
        <>
          <span className="block">{rhythmInWords(terms, { locale, zone, now: former ? undefined : now })}</span>
          {aside.map((line) => (
            <span key={line} className="block wrap-anywhere text-ink-2">
              {line}
            </span>
          ))}
          <TypeList locale={locale} types={terms.types} size="small" />
        </>
      }
    />
  )
}
