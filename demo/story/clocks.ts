// Two towns, two sets of clocks, which change on different days and in opposite directions. Which change falls into the half year depends on the
// day on which it ends, so its page is written for whichever it was.
import { simon, vera, type StoryAct } from '../acts.ts'
import type { StoryCalendar } from '../calendar.ts'
import { daysBetween } from '@/lib/time/day'

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six']
const hours = (count: number) => `${NUMBERS[count] ?? String(count)} ${count === 1 ? 'hour' : 'hours'}`

/** The weeks in which nobody would have written of it: they hardly spoke, or they were in one house. */
const silent = [9, 10, 11, 14, 15]

export const clocksChange = ({ first, clockChanges }: StoryCalendar): readonly StoryAct[] =>
  clockChanges
    .filter(({ day }) => !silent.includes(Math.floor(daysBetween(first, day) / 7)))
    .flatMap(({ who, day, before, after }) =>
      who === 'vera'
        ? [
            vera.writes(
              [day, '11:20'],
              `The clocks here changed in the night. It was ${hours(before)} between us, now it is ${hours(after)}. Went round
            the depot and set all nine by hand, including the one that nobody looks at. ${
              after < before ? 'You have moved closer without getting up.' : 'You have moved off without getting up.'
            }`,
              { shares: 'nothing', types: ['spiritual'], named: `clocks-${day}` },
            ),
            simon.replies([day, '10:05'], `clocks-${day}`, 'Thank you for doing the one that nobody looks at.'),
          ]
        : [
            simon.writes(
              [day, '10:40'],
              `They changed the hour here last night, and my father has declined. He has let them do the telephone and the oven
            but the clock in the passage stays as it is, so that between the bed and the coffee I cross from one time into
            another. By the passage it is still ${hours(before)} to you. By the oven it’s ${hours(after)}. I find I’ve begun
            to telephone by the ${after < before ? 'oven' : 'passage'}, since it is nearer.`,
              { shares: 'nothing', types: ['spiritual'], named: `clocks-${day}` },
            ),
            vera.replies([day, '19:45'], `clocks-${day}`, 'Leave him the passage. One of us should hold still.'),
          ],
    )
