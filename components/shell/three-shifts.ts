/** How many presses of Shift leave the page. */
export const SHIFTS = 3

/** All of them within this, in ms: typing capitals now and then must never leave a page. */
const WITHIN = 1500

/**
 * The times of the presses of Shift that count, after one more key. `timeStamp` is the event's, in ms. Any other key
 * begins again.
 */
export const countShifts = (
  before: readonly number[],
  { key, timeStamp }: Readonly<{ key: string; timeStamp: number }>,
): readonly number[] =>
  key === 'Shift' ? [...before, timeStamp].filter((press) => press > timeStamp - WITHIN).slice(-SHIFTS) : []
