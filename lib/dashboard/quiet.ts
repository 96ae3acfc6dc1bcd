// When a type is called quiet: its present gap is longer than its own usual rhythm explains (docs/numbers.md, "Quiet").

/** So many whole weeks show a type's usual rhythm, at most. */
export const RHYTHM_LOOKS_BACK = 16
/** A shorter gap is not named, however regular the type was: two weeks without are a holiday. */
const LEAST_QUIET_WEEKS = 3
/** A steady couple sees a type wrongly called quiet in at most so large a share of looks; in all five, in a tenth. */
const MOST_FALSE_SHARE = 1 / 50

/**
 * How likely the last `quiet` of `weeks` are all unfed if any order of them is equally likely, where `fed` of the weeks
 * were fed: the product of (weeks - fed - i) / (weeks - i), the hypergeometric chance of drawing none (Fisher's
 * permutation argument, "The Design of Experiments", 1935, section 21). It assumes no rate and no model of the couple.
 */
export function chanceOfGap({ weeks, fed, quiet }: Readonly<{ weeks: number; fed: number; quiet: number }>): number {
  let chance = 1
  for (let week = 0; week < quiet; week += 1) chance *= Math.max(0, weeks - fed - week) / (weeks - week)
  return chance
}

/**
 * How many whole weeks a type has been quiet, measured against its own rhythm in the last sixteen; 0 where it is not
 * called quiet. `fedWeeks` are the couple's whole weeks, oldest first, and whether either person fed the type in each.
 */
export function quietWeeks(fedWeeks: readonly boolean[]): number {
  const weeks = fedWeeks.slice(-RHYTHM_LOOKS_BACK)
  const quiet = weeks.length - 1 - weeks.lastIndexOf(true)
  if (quiet < LEAST_QUIET_WEEKS) return 0
  const fed = weeks.filter(Boolean).length
  return chanceOfGap({ weeks: weeks.length, fed, quiet }) <= MOST_FALSE_SHARE ? quiet : 0
}
