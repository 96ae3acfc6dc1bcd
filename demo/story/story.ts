// The half year of Vera and Simón, told by what each of them does. Everything in it is invented.
import type { StoryAct } from '../acts.ts'
import type { StoryCalendar } from '../calendar.ts'
import { twoKitchens } from './1-two-kitchens.ts'
import { theLongStairs } from './2-the-long-stairs.ts'
import { theWrongOrder } from './3-the-wrong-order.ts'
import { oneKitchen } from './4-one-kitchen.ts'
import { quietWeeks } from './5-quiet-weeks.ts'
import { inPencil } from './6-in-pencil.ts'
import { clocksChange } from './clocks.ts'
import { smallThings } from './small-things.ts'
import { closeness } from './closeness.ts'
import { monthsTogether } from './months.ts'
import { aroundToday } from './today.ts'

/** The story of a half year that ends on the last day of the calendar. */
export const story = (calendar: StoryCalendar): readonly StoryAct[] => [
  ...twoKitchens,
  ...theLongStairs,
  ...theWrongOrder,
  ...oneKitchen,
  ...quietWeeks,
  ...inPencil,
  ...smallThings,
  ...closeness,
  ...clocksChange(calendar),
  ...monthsTogether(calendar),
  ...aroundToday(calendar),
]
