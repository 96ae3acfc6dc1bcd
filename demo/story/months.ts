// How the two closed their months. The story goes by weeks, so each calendar month takes the notes of the time that it was most of.
import type { HelpAnswer } from '@/lib/months/contract'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { addDays, daysBetween, monthOfDay, type Month } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf } from '@/lib/time/month'
import { simon, vera, type StoryAct } from '../acts.ts'
import type { StoryCalendar } from '../calendar.ts'

type Notes = readonly [closer: string, way: string, more: string]

type Looked = Readonly<{
  /** The last day of the time that it is about, counted from the first day of the half year. */
  until: number
  hers: Notes
  his: Notes
  proposedBy: 'vera' | 'simon'
  focus: IntimacyType | null
  change: string
  /** A month later: hers, and his. */
  helped: readonly [HelpAnswer, HelpAnswer]
}>

const times: readonly Looked[] = [
  {
    until: 27,
    hers: [
      'The pot on Sundays. We burn different things.',
      'Hearing about his Tuesday on Friday.',
      'The day, on the day. Boring is fine.',
    ],
    his: [
      'That she rings from the pit, and I get the compressor and the gulls before I get her.',
      'I tell things when they have become stories, and by then I’ve left out the part where I was frightened.',
      'Her, on an ordinary evening, without an occasion.',
    ],
    proposedBy: 'vera',
    focus: 'emotional',
    change: 'One photograph a day of something dull.',
    helped: ['helped', 'helped'],
  },
  {
    until: 60,
    hers: ['Stairs. And that he asked first what was hard.', 'Money. We talk round it.', 'To be asked a second time.'],
    his: [
      'The dishcloth round her good hand. The telephone held up to the tram.',
      'My sister’s three colours, in which I am most of the white.',
      'Being out of breath with her, at any height.',
    ],
    proposedBy: 'simon',
    focus: 'experiential',
    change: 'Whoever asks “how was it?” asks once more after the first answer.',
    helped: ['aLittle', 'helped'],
  },
  {
    until: 95,
    hers: [
      'The corridor. Nobody said anything and it was enough.',
      'I was told third.',
      'To be there when it is decided. Or to hear the door.',
    ],
    his: [
      'That she stayed on the line when there was nothing on it but a trolley with a bad wheel.',
      'I arranged a conversation until it was too late to have it. She went quiet, and I called it giving her time.',
      'Her anger, sooner. It is a good deal warmer than her politeness.',
    ],
    proposedBy: 'simon',
    focus: 'emotional',
    change: 'What touches us both is told to the other first, even half-known.',
    helped: ['helped', 'helped'],
  },
  {
    until: 125,
    hers: [
      'Eleven nights. His father’s elbow. Setting twelve keys.',
      'Thirty hours of airports, then a flat that had not moved.',
      'Contact. I mean the physical kind.',
    ],
    his: [
      'That there is a table at which we have both now sat.',
      'I expected the ocean to be shorter afterwards.',
      'To be useful to her hands. They were always the ones being useful.',
    ],
    proposedBy: 'vera',
    focus: 'physical',
    change: 'Something that was worn goes back and forth by post. Scarf first.',
    helped: ['helped', 'aLittle'],
  },
  {
    until: 157,
    hers: ['Not much happened and he told me about it.', 'I was asleep by nine.', 'The same again.'],
    his: [
      'The first tram, left for me to wake to. Every second Thursday, awake.',
      'Neither of us wrote for days, and for once I did not count them, or only at first.',
      'A little nonsense.',
    ],
    proposedBy: 'simon',
    focus: 'spiritual',
    change: 'Once a week, a minute on the line without talking.',
    helped: ['helped', 'helped'],
  },
  {
    until: 189,
    hers: ['He told me first. Twice.', 'Nothing much. I looked.', 'The table near the window.'],
    his: [
      '“Who is driving? She is.” And that she let me hear how loud the flat was.',
      'Counting weeks, which is a way of not being in one.',
      'Her humour at breakfast, where it’s said to be worst.',
    ],
    proposedBy: 'vera',
    focus: 'experiential',
    change: 'Each packs one box for the other’s half of the bench.',
    helped: ['helped', 'helped'],
  },
]

/** A month with fewer days of the half year than this was not looked back at. */
const LEAST_DAYS = 10

type LookedMonth = Readonly<{ month: Month; looked: Looked }>

/** The months that were over, each with the notes of its own time. Of two months of one time only the first was closed. */
export function lookedMonths({ first, today }: StoryCalendar): LookedMonth[] {
  const found: LookedMonth[] = []
  for (let month = monthOfDay(first); lastDayOf(month) < today; month = addMonths(month, 1)) {
    const from = firstDayOf(month) > first ? firstDayOf(month) : first
    const days = daysBetween(from, lastDayOf(month)) + 1
    const middle = daysBetween(first, from) + Math.floor(days / 2)
    const looked = times.find(({ until }) => middle <= until)
    if (days >= LEAST_DAYS && looked && !found.some((other) => other.looked === looked)) found.push({ month, looked })
  }
  return found
}

export const monthsTogether = (calendar: StoryCalendar): readonly StoryAct[] =>
  lookedMonths(calendar).flatMap(({ month, looked: { hers, his, proposedBy, focus, change, helped } }) => {
    const last = lastDayOf(month)
    const later = lastDayOf(addMonths(month, 1))
    const [proposer, other] = proposedBy === 'vera' ? [vera, simon] : [simon, vera]
    return [
      vera.notes([last, '21:25'], month, ...hers),
      simon.notes([addDays(last, 1), '20:30'], month, ...his),
      proposer.closes([addDays(last, 2), '20:45'], month, focus, change),
      other.saysYes([addDays(last, 3), '20:15'], month),
      vera.saysItHelped([later, '21:15'], month, helped[0]),
      simon.saysItHelped([addDays(later, 1), '20:20'], month, helped[1]),
    ]
  })
