import { fitIntoPage, textBytes } from '@/lib/page-room'
import type { Plan, WeekOfPlans } from './contract'

/** What a card and an item take beside their texts, in bytes. */
const [CARD_BYTES, ITEM_BYTES] = [6000, 2500]

/** The bytes of a plan's card: the title is in the names of its buttons too, and the text of an item in its own. */
const cardBytes = ({ title, what, place, items }: Plan): number =>
  CARD_BYTES +
  textBytes(title, 5) +
  textBytes(what) +
  textBytes(place) +
  items.reduce((sum, { text }) => sum + ITEM_BYTES + textBytes(text, 2), 0)

/** The most bytes of the list of dates that were moved to other weeks. */
const MOST_MOVED_BYTES = 100 * 1024

/**
 * A week as far as a page has room for it. `isPartial`: something of it is not there; the page's first poll brings all,
 * and the page says so until then.
 */
export function fitWeek(week: WeekOfPlans): Readonly<{ week: WeekOfPlans; isPartial: boolean }> {
  const plans = fitIntoPage(week.plans, cardBytes)
  const moved = fitIntoPage(week.moved, ({ title }) => 300 + textBytes(title), MOST_MOVED_BYTES)
  return {
    week: { ...week, plans: [...plans.shown], moved: [...moved.shown] },
    isPartial: plans.left + moved.left > 0,
  }
}
