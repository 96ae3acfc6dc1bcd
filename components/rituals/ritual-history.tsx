import { Disclosure } from '@/components/ui/disclosure'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { changesInWords } from '@/lib/rituals/changes'
import type { Ritual, TermsVersion } from '@/lib/rituals/contract'
import { effectivePauses } from '@/lib/rituals/discussion'
import { rhythmInWords } from '@/lib/rituals/in-words'
import { dayIn } from '@/lib/time/day'
import { formatFullDay } from '@/lib/time/format'

type RitualHistoryProps = Readonly<{ ritual: Ritual; versions: readonly TermsVersion[]; people: People }>

/** What happened, when (an ISO instant), and the lines under it. */
type HistoryLine = Readonly<{ time: string; sentence: string; details: readonly string[] }>

/** The history of a ritual, newest first: every version of its terms and what it changed, its rests, its end. */
export function RitualHistory({ ritual, versions, people }: RitualHistoryProps) {
  const { me, locale } = people
  return (
    <Disclosure summary={translate(locale, ritualsMessages)('history.title')} className="mt-8 measure">
      <ol className="mt-1 lined">
        {historyOf(ritual, versions, people).map(({ time, sentence, details }, index) => (
          <li key={`${time} ${index}`} className="py-3">
            <span className="block text-small text-ink-3">{formatFullDay(dayIn(new Date(time), me.zone), locale)}</span>
            <span className="block">{sentence}</span>
            {details.map((detail) => (
              <span key={detail} className="block text-small text-ink-2">
                {detail}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

function historyOf(
  ritual: Ritual,
  versions: readonly TermsVersion[],
  { me, partner, coupleId, locale }: People,
): HistoryLine[] {
  const t = translate(locale, ritualsMessages)
  const reader = { locale, zone: me.zone }
  const former = ritual.coupleId !== coupleId
  const by = (id: string | null) => ({
    who: id === me.id ? 'you' : former || partner === null ? 'former' : 'other',
    name: partner?.name ?? '',
  })
  const dayOf = (isoTime: string) => formatFullDay(dayIn(new Date(isoTime), me.zone), locale)
  const wordsOfDay = (day: Parameters<typeof formatFullDay>[0]) => formatFullDay(day, locale)

  const terms = versions.map(({ terms: suggested, suggestedAt, agreedAt, closed }, index): HistoryLine => {
    // Other terms are shown by what they change in the terms that held then, or that they answered.
    const before =
      versions.slice(0, index).findLast((version) => version.agreedAt !== null)?.terms ?? versions[index - 1]?.terms
    const changes = before
      ? changesInWords(before, suggested, reader, before.agreed).map((change) => t('history.change', change))
      : [suggested.title, rhythmInWords(suggested, reader)]
    return {
      time: suggestedAt,
      sentence: t(before ? 'history.suggested' : 'history.proposed', by(suggested.proposerId)),
      details: [
        ...changes,
        ...(!before || changes.length === 0 || before.agreed
          ? [t('history.starts', { day: wordsOfDay(suggested.startsOn) })]
          : []),
        ...(agreedAt ? [t('history.agreed', { day: dayOf(agreedAt) })] : []),
        ...(closed ? [t('history.closed', { ...by(closed.personId), day: dayOf(closed.at) })] : []),
      ],
    }
  })
  const rests = effectivePauses(ritual.pauses).map(({ personId, saidAt, from, to }): HistoryLine => {
    const names = { ...by(personId), from: wordsOfDay(from) }
    const sentence =
      to === from
        ? t('history.takenUp', names)
        : to === null
          ? t('history.rested', names)
          : t('history.restedUntil', { ...names, until: wordsOfDay(to) })
    return { time: saidAt, sentence, details: [] }
  })
  const ended: HistoryLine[] =
    ritual.endedAt === null
      ? []
      : [
          {
            time: ritual.endedAt,
            sentence: t(ritual.state === 'withdrawn' ? 'history.withdrawn' : 'history.ended', by(ritual.endedById)),
            details: [],
          },
        ]
  return [...terms, ...rests, ...ended].sort((a, b) => (a.time < b.time ? 1 : -1))
}
