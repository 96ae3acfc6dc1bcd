// How close each felt, week by week: [now, wish] of Vera and of Simón. A week that one of them left out is null.
import { simon, vera, type StoryAct, type StoryCloseness } from '../acts.ts'

type Answers = readonly [hers: StoryCloseness | null, his: StoryCloseness | null]
const c = (now: StoryCloseness['now'], wish: StoryCloseness['wish'], rest: Partial<StoryCloseness> = {}) => ({
  now,
  wish,
  ...rest,
})

const weeks: readonly Answers[] = [
  [c(5, 6), c(5, 6)],
  [c(5, 6, { physical: 2 }), c(5, 7, { emotional: 5, physical: 2 })],
  [c(5, 6), c(6, 7)],
  [c(5, 6, { emotional: 5, physical: 1 }), c(5, 6, { emotional: 6, physical: 2, spiritual: 5 })],
  [c(6, 6), c(6, 7)],
  [c(6, 6), null],
  [c(5, 6), c(6, 6)],
  [c(6, 6, { emotional: 6, intellectual: 6 }), c(6, 7, { emotional: 6, intellectual: 6 })],
  [c(4, 5), c(4, 6)],
  [c(2, 4), c(3, 6)],
  [c(2, 3, { emotional: 2 }), c(3, 6, { emotional: 3 })],
  [null, c(3, 6)],
  [c(3, 5), c(4, 6)],
  [c(4, 6), c(5, 7)],
  [c(7, 7, { physical: 7, emotional: 6 }), c(7, 7, { physical: 7, emotional: 7 })],
  [c(6, 7, { physical: 7 }), c(7, 7, { physical: 7 })],
  [c(5, 6, { physical: 2 }), c(4, 7, { physical: 2 })],
  [c(5, 6), c(5, 6)],
  [null, null],
  [c(4, 6), c(5, 6)],
  [c(5, 6), null],
  [c(5, 6), c(5, 6)],
  [c(5, 6, { emotional: 6, physical: 2 }), c(5, 7, { emotional: 6, physical: 2 })],
  [c(6, 6, { emotional: 6, intellectual: 6 }), c(5, 6, { emotional: 6, intellectual: 6 })],
  [c(6, 7, { emotional: 7, physical: 3 }), c(6, 6, { emotional: 6, physical: 2 })],
  [c(6, 7, { emotional: 6, physical: 3, experiential: 5 }), c(6, 7, { emotional: 7, physical: 2, experiential: 5 })],
]

/** Vera answers on Sunday night, Simón on Monday morning. The present week is left open. */
export const closeness: readonly StoryAct[] = weeks.flatMap(([hers, his], week) => [
  ...(hers ? [vera.answers([week, 'Sun', '22:55'], week, hers)] : []),
  ...(his ? [simon.answers([week + 1, 'Mon', '08:10'], week, his)] : []),
])
