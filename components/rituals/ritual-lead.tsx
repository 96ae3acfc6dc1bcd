import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Ritual } from '@/lib/rituals/contract'
import { currentRest, currentTermsOf, upcomingTermsOf } from '@/lib/rituals/discussion'
import { restInWords, rhythmInWords } from '@/lib/rituals/in-words'
import { byClockOf } from '@/lib/rituals/own-clock'
import { dayIn } from '@/lib/time/day'
import { formatFullDay } from '@/lib/time/format'

type RitualLeadProps = Readonly<{ ritual: Ritual; isOpen: boolean; people: People }>

/** Today's rhythm, the next one where agreed terms hold only later, and whether the ritual rests. */
export function RitualLead({ ritual, isOpen, people: { me, locale, now } }: RitualLeadProps) {
  const reader = { locale, zone: me.zone, now: isOpen ? now : undefined }
  const upcoming = upcomingTermsOf(ritual, now)
  const today = dayIn(now, ritual.terms.zone)
  const rest = isOpen ? currentRest(ritual.pauses, today) : null
  return (
    <>
      {rhythmInWords(currentTermsOf(ritual, now), reader)}.
      {upcoming ? (
        <span className="block">
          {translate(locale, ritualsMessages)('terms.ahead', {
            day: formatFullDay(byClockOf({ ...upcoming, startsOn: upcoming.from }, me.zone).startsOn, locale),
            rhythm: rhythmInWords(upcoming, reader),
          })}
        </span>
      ) : null}
      {rest ? <span className="block">{restInWords(rest, today, locale)}</span> : null}
    </>
  )
}

type OverlineReader = Readonly<{ myId: string; partnerName: string; locale: string }>

/** The line above a ritual's title: who proposed it, or what became of it. */
export function ritualOverline({ state, terms }: Ritual, former: boolean, reader: OverlineReader): string {
  const t = translate(reader.locale, ritualsMessages)
  const name = reader.partnerName
  const isMine = terms.proposerId === reader.myId
  if (former) return t('one.then')
  if (state !== 'proposed') return t(`one.${state}`)
  if (terms.version > 1) return isMine ? t('terms.yours') : t('terms.theirs', { name })
  return isMine ? t('one.youProposed') : t('one.proposes', { name })
}
