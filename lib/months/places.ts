// Where one is in a month: the question about the month before, one of five steps, or the whole on one page. It is part of the
// address (`?step=fed`), so that Back, a reload and a link work, and nobody else learns of it.

/** The steps of looking back at a month, in their order. */
export const MONTH_STEPS = ['felt', 'fed', 'kept', 'notes', 'take'] as const
type MonthStep = (typeof MONTH_STEPS)[number]

/** `helped` leads in to the first step where the month before was closed with a small change. */
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

type Neighbours = Readonly<{ before: MonthPlace | null; after: MonthPlace }>

/** The places before and after one of the flow's. The last step leads to the whole month. */
export function placesBeside(place: FlowPlace, asks: boolean): Neighbours {
  const order: readonly MonthPlace[] = [...(asks ? ['helped' as const] : []), ...MONTH_STEPS]
  const index = order.indexOf(place)
  return { before: order[index - 1] ?? null, after: order[index + 1] ?? 'whole' }
}

/** The number of a step, from 1; 0 for what leads in to the first. */
export const stepNumber = (place: FlowPlace): number => (place === 'helped' ? 0 : MONTH_STEPS.indexOf(place) + 1)
