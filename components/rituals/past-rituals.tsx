import { TextLink } from '@/components/ui/links'
import { Section } from '@/components/ui/page-heading'
import { Rows } from '@/components/ui/rows'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Ritual } from '@/lib/rituals/contract'
import { RitualRow } from './ritual-row'

type PastRitualsProps = Readonly<{
  rituals: readonly Ritual[]
  /** The key of earlier ones, or null at the end. */
  next: string | null
  isFirstPage: boolean
  people: People
}>

/** Ended rituals, and those of former couples, a page at a time. */
export function PastRituals({ rituals, next, isFirstPage, people: { me, locale, now, coupleId } }: PastRitualsProps) {
  if (rituals.length === 0 && isFirstPage) return null
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
      {next !== null || !isFirstPage ? (
        <p className="mt-3 flex flex-wrap gap-x-6">
          {next === null ? null : (
            <TextLink alone href={`/rituals?before=${next}#before`}>
              {t('list.earlier')}
            </TextLink>
          )}
          {isFirstPage ? null : (
            <TextLink alone href="/rituals#before">
              {t('list.newest')}
            </TextLink>
          )}
        </p>
      ) : null}
    </Section>
  )
}
