import { Lately } from '@/components/dashboard/lately'
import { readHasParted, readHopes } from '@/lib/couples/reads'
import { readDaysFed } from '@/lib/dashboard/reads'
import { homePage } from '../home-page'
import { hasCouple } from '@/lib/db/with-viewer'

export default function Page() {
  return homePage(
    async (scope, people) => ({
      fed: hasCouple(scope) ? await readDaysFed(scope, people) : null,
      hopes: await readHopes(scope),
      hasParted: await readHasParted(scope),
    }),
    (found, people) => <Lately people={people} {...found} />,
  )
}
