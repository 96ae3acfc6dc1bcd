import { Section } from '@/components/ui/page-heading'
import { Rows } from '@/components/ui/rows'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Ritual } from '@/lib/rituals/contract'
import { RitualRow } from './ritual-row'

type PastRitualsProps = Readonly<{ rituals: readonly Ritual[]; people: People }>

/** Ended rituals, and those of former couples. */
export function PastRituals({ rituals, people: { me, locale, now, coupleId } }: PastRitualsProps) {
  if (rituals.length === 0) return null
  const t = translate(locale, ritualsMessages)
  return (
    <Section id="before" title={t('list.before')} className="mt-12 measure">
      <Rows>
        {rituals.map((ritual) => {
          const former = ritual.coupleId !== coupleId
          return (
            <RitualRow
              key={ritual.id}
              ritual={ritual}
              locale={locale}
              zone={me.zone}
              now={now}
              former={former}
              aside={[former ? t('list.then') : t('list.ended')]}
            />
          )
        })}
      </Rows>
    </Section>
  )
}
