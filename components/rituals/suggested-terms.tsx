import { LinkButton } from '@/components/ui/links'
import { Panel } from '@/components/ui/panel'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { changesInWords } from '@/lib/rituals/changes'
import type { Ritual } from '@/lib/rituals/contract'
import { yesInWords } from '@/lib/rituals/in-words'
import { byClockOf } from '@/lib/rituals/own-clock'
import { nextOccurrences } from '@/lib/rituals/recurrence'
import type { Terms } from '@/lib/rituals/terms'
import { formatFullDay } from '@/lib/time/format'
import { AnswerTerms } from './answer-terms'
import { NextDates } from './next-dates'
import { TermChanges } from './term-changes'

/** How many of the next dates a suggestion shows. */
const SHOWN = 3

/**
 * Suggested terms compared with the agreed ones. Either may keep it as it is; the partner of the suggester may say yes.
 */
export function SuggestedTerms({ ritual, suggested, people }: { ritual: Ritual; suggested: Terms; people: People }) {
  const { me, partner, locale, now } = people
  const t = translate(locale, ritualsMessages)
  const name = partner?.name ?? ''
  const mine = suggested.proposerId === me.id
  return (
    <Panel aria-labelledby="suggested" className="mt-8">
      <h2 id="suggested" className="type-heading mb-3">
        {mine ? t('terms.yours') : t('terms.theirs', { name })}
      </h2>
      <TermChanges
        locale={locale}
        holds
        changes={changesInWords(ritual.terms, suggested, { locale, zone: me.zone, now }, true)}
      />
      <p className="mt-3 text-small text-ink-2">
        {t('terms.from', { day: formatFullDay(byClockOf(suggested, me.zone).startsOn, locale) })}
      </p>
      <h3 className="mt-5 mb-2 font-bold">{t('terms.dates')}</h3>
      <NextDates dates={nextOccurrences(suggested, now, SHOWN)} me={me} partner={partner} locale={locale} />
      <AnswerTerms
        ritual={ritual}
        termsId={suggested.id}
        mine={mine}
        partnerName={name}
        yes={yesInWords(suggested, { locale, zone: me.zone, now })}
        suggest={<SuggestLink id={ritual.id} locale={locale} />}
      />
    </Panel>
  )
}

/** The link to the form for other terms. */
export const SuggestLink = ({ id, locale }: { id: string; locale: string }) => (
  <LinkButton href={`/rituals/${id}/terms`} size="small">
    {translate(locale, ritualsMessages)('terms.suggest')}
  </LinkButton>
)
