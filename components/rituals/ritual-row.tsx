import { TypeList } from '@/components/intimacy/type-mark'
import { Row } from '@/components/ui/rows'
import type { Ritual } from '@/lib/rituals/contract'
import { rhythmInWords } from '@/lib/rituals/in-words'
import type { Zone } from '@/lib/time/zone'

type RitualRowProps = Readonly<{ ritual: Ritual; locale: string; zone: Zone; former?: boolean; trailing?: string | undefined }>

/** A ritual in a list: what it is, when, what it feeds. */
export const RitualRow = ({ ritual: { id, coupleId, terms }, locale, zone, former = false, trailing }: RitualRowProps) => (
  <Row
    href={former ? `/rituals/${id}?couple=${coupleId}` : `/rituals/${id}`}
    title={terms.title}
    detail={
      <>
        <span className="block">{rhythmInWords(terms, { locale, zone })}</span>
        <TypeList types={terms.types} size="small" />
      </>
    }
    trailing={trailing}
  />
)
