// What there is on the day on which somebody opens the demo, whichever day that is: something each did, a plan that is close, a memory.
import { simon, vera, type StoryAct } from '../acts.ts'
import type { StoryCalendar, StoryTime } from '../calendar.ts'
import { addDays, isDay, monthOfDay, weekday } from '@/lib/time/day'
import { addMonths } from '@/lib/time/month'

export const aroundToday = (calendar: StoryCalendar): readonly StoryAct[] => [
  ...aMonthAgo(calendar),
  vera.plans([addDays(calendar.today, -2), '12:40'], 'film', {
    ...{
      title: 'The film about the lift',
      on: filmNight(calendar),
      types: ['intellectual', 'experiential'],
    },
    ...{ minutes: 100, what: 'Press play on three. No talking until the second floor.', place: 'Two sofas' },
    items: [
      ['Find out whether it is sad', 'vera'],
      ['Salted, not sweet', null],
    ],
  }),
  simon.adds([addDays(calendar.today, -2), '18:20'], 'film', 'My father wants to know if there are winches', 'vera'),
  vera.plans([addDays(calendar.today, -1), '07:15'], 'key', {
    ...{ title: 'Have the third key cut', on: [addDays(calendar.today, 2), ''], kind: 'errand', minutes: 30 },
    ...{ what: 'The neighbour has the second.' },
  }),
  simon.proposes(
    calendar.lastAt('simon', '19:10'),
    'subject',
    {
      ...{ title: 'A quarter of an hour without a subject', types: ['emotional'] },
      ...{ weekdays: [2], from: [27, 'Tue'], everyWeeks: 1, time: '18:00', minutes: 15 },
    },
    `You rang once with nothing to say, and it was eleven minutes, and I have kept them. I would like four more.`,
  ),
  simon.writes(
    calendar.lastAt('simon', '22:20'),
    `My father asked me this evening, while I was doing his laces, what I’d do on the first morning. Not whether I was glad
    to go. What I would do, from the door on. So I told him. I said I shall put the bag down in the wrong place, and she
    will move it. I will ask whether there is bread, and there will be bread, for she will have bought it and will say that
    it just happened to be there. And then I’ll go through the flat and touch things to hear how they are.

    He thought about it with his foot in my hand. Then he said that it sounded like a full day.`,
    { shares: 'nothing', types: ['emotional', 'spiritual'], named: 'first-morning' },
  ),
  vera.writes(
    calendar.lastAt('vera', '20:40'),
    `For the file. This week you told me two things half-known, and one that I would not have liked to hear whole. I did not
    have to look for a fault once. I noticed on the way home, at the bend, where I usually listen for one.

    Bread: yes. It just happens to be there.`,
    { shares: 'nothing', types: ['emotional'], named: 'at-the-bend' },
  ),
  vera.did(calendar.lastAt('vera', '12:45'), ['emotional'], 'Kept him the crust of the middle loaf. In principle.'),
  simon.did(
    calendar.lastAt('simon', '09:20'),
    ['intellectual'],
    'Learned the word for the thing between two rails. Used it on the baker.',
  ),
  simon.isSet(calendar.lastAt('simon', '22:40'), 26),
]

/** The next evening that has no ritual of its own. */
function filmNight({ nextAt }: StoryCalendar): StoryTime {
  const [day, time] = nextAt('vera', '19:15')
  return [[4, 7].includes(weekday(day)) ? addDays(day, 1) : day, time]
}

/** A plan of the same day of the month before, which comes back today. Some months have no such day. */
function aMonthAgo({ today }: StoryCalendar): readonly StoryAct[] {
  const day = `${addMonths(monthOfDay(today), -1)}${today.slice(7)}`
  if (!isDay(day)) return []
  return [
    simon.plans([addDays(day, -3), '09:15'], 'radio', {
      ...{ title: 'The same radio play', on: [day, '15:30'], types: ['intellectual'], minutes: 50 },
      ...{ what: 'Yours is a minute ahead, so no gasping.' },
    }),
    vera.remembers([day, '22:20'], 'radio', 6, 'I gasped. He had a whole minute to dread it.'),
    simon.remembers([day, '19:30'], 'radio', 6, 'A minute of knowing that you knew. I would do it again.'),
  ]
}
