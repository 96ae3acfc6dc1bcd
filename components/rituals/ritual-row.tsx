import { TypeList } from '@/components/intimacy/type-mark'
import { Row } from '@/components/ui/rows'
import type { Ritual } from '@/lib/rituals/contract'
import { termsNow } from '@/lib/rituals/discussion'
import { rhythmInWords } from '@/lib/rituals/in-words'
import type { Zone } from '@/lib/time/zone'

type RitualRowProps = Readonly<{ ritual: Ritual; locale: string; zone: Zone; now: Date; former?: boolean; trailing?: string | undefined; aside?: readonly string[] }>

/** A ritual in a list: what it is, when, what it feeds. */
export function RitualRow({ ritual, locale, zone, now, former = false, trailing, aside = [] }: RitualRowProps) {
  const { id, coupleId } = ritual
  const terms = termsNow(ritual, now)
  return (
    <Row
      href={former ? `/rituals/${id}?couple=${coupleId}` : `/rituals/${id}`}
      title={terms.title}
      detail={
        <>
          <span className="block">{rhythmInWords(terms, { locale, zone, now: former ? undefined : now })}</span>
          {aside.map((line) => <span key={line} className="block text-ink-2">{line}</span>)}
          <TypeList types={terms.types} size="small" />
        </>
      }
      trailing={trailing}
    />
  )
}
