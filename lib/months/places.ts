// Where one is in a month: one of its steps, of which the question about the month before is the first, or the whole on one page. It is part of the
// address (`?step=fed`), so that Back, a reload and a link work, and nobody else learns of it.

/** The steps that every month has, in their order. */
const MONTH_STEPS = ['felt', 'fed', 'kept', 'notes', 'take'] as const
type MonthStep = (typeof MONTH_STEPS)[number]

/** `helped` comes first where the month before was closed with a small change. */
export type MonthPlace = 'helped' | MonthStep | 'whole'

/** A place that is one of several in a row. */
export type FlowPlace = Exclude<MonthPlace, 'whole'>

/** What decides which places a month has: whether both closed it, and whether it asks if the last change helped. */
type MonthShape = Readonly<{ closed: boolean; asks: boolean }>

const isStep = (text: string | null): text is MonthStep => MONTH_STEPS.some((step) => step === text)

/** The place that an address asks for. Without one, an open month begins at its beginning, and a closed one is read whole. */
export function placeIn(requested: string | null, { closed, asks }: MonthShape): MonthPlace {
  if (requested === 'whole' || isStep(requested)) return requested
  if (requested === 'helped' && asks) return requested
  return closed ? 'whole' : asks ? 'helped' : 'felt'
}

/** All steps of a month, in their order. */
export const stepsOf = (asks: boolean): readonly FlowPlace[] => (asks ? ['helped', ...MONTH_STEPS] : MONTH_STEPS)

type Neighbours = Readonly<{ before: MonthPlace | null; after: MonthPlace }>

/** The places before and after one of the flow's. The last step leads to the whole month. */
export function placesBeside(place: FlowPlace, asks: boolean): Neighbours {
  const order = stepsOf(asks)
  const index = order.indexOf(place)
  return { before: order[index - 1] ?? null, after: order[index + 1] ?? 'whole' }
}
