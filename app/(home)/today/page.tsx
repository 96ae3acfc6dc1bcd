import { homePage } from '@/app/(home)/home-page'
import { AloneToday } from '@/components/today/alone-today'
import { TodayScreen } from '@/components/today/today-screen'
import { readAskedToday } from '@/lib/check-ins/reads'
import type { People } from '@/lib/couples/people'
import { readHasParted } from '@/lib/couples/reads'
import { selectToday } from '@/lib/db/page-sql'
import { hasCouple, type CoupleScope, type Scope } from '@/lib/db/with-viewer'
import { MOST_ACTS, partnerActs } from '@/lib/journal/partner-acts'
import { readNewestCount } from '@/lib/journal/reads'
import { monthToday } from '@/lib/months/reads'
import { pageNonce } from '@/lib/http/page-nonce'
import { fitToday } from '@/lib/plans/fit-today'
import { parseItems } from '@/lib/plans/rows'
import { readPlansToday, type TodayPlansData } from '@/lib/plans/today-reads'

// Five statements with those for the people, eight in all with BEGIN, enter and COMMIT; fewer without a partner.
async function read(scope: Scope, { partner }: People) {
  if (!hasCouple(scope) || !partner) {
    const { spareSaved } = await selectToday(scope, MOST_ACTS + 1)
    const newest = await readNewestCount(scope)
    return { is: 'alone', spareSaved, newest, parted: await readHasParted(scope) } as const
  }
  const asked = await readAskedToday(scope, monthToday(scope))
  const { coupleId } = scope.viewer
  const found = await readPlansToday(scope)
  // of all plans ahead only the next one names who brings what
  const { spareSaved, acts, items } = await selectToday(scope, MOST_ACTS + 1, found.next?.id ?? null)
  const next = found.next && { ...found.next, items: parseItems(items) }
  const { toAnswer, ...plans } = fitPlans(scope, { ...found, next })
  const shown = { spareSaved, asked, partner, coupleId, plans }
  return { is: 'two', shown: { ...shown, did: partnerActs(acts, toAnswer) } } as const
}

/**
 * Sends whole plans only where the screen acts on them, and otherwise just what it shows, so that the page stays small.
 */
function fitPlans({ viewer: { weekStart, startedOn } }: CoupleScope, { toAnswer, agreed, ...plans }: TodayPlansData) {
  const { first, last } = plans.week
  const { days, ...fitted } = fitToday(plans)
  return {
    weekStart,
    startedOn,
    ...fitted,
    agreed,
    week: { first, last, days },
    toAnswer: toAnswer.map(({ id, version, terms: { title } }) => ({ id, version, title })),
  }
}

export default async function Page() {
  const nonce = await pageNonce()
  return homePage(read, (found, people) =>
    found.is === 'alone' ? (
      <AloneToday
        people={people}
        spareSaved={found.spareSaved}
        newest={found.newest}
        parted={found.parted}
        nonce={nonce}
      />
    ) : (
      <TodayScreen {...found.shown} people={people} nonce={nonce} />
    ),
  )
}
