import { AloneLately } from '@/components/dashboard/alone-lately'
import { Lately } from '@/components/dashboard/lately'
import { readHasParted, readHopes, weekStartFor } from '@/lib/couples/reads'
import { DEFAULT_WEEKS, readDaysFed } from '@/lib/dashboard/reads'
import { dayIn } from '@/lib/time/day'
import { weeksUpTo } from '@/lib/time/week'
import { homePage } from '../home-page'
import { hasCouple } from '@/lib/db/with-viewer'

export default function Page() {
  return homePage(
    async (scope, people) => {
      const fed = hasCouple(scope) ? await readDaysFed(scope, people) : null
      if (fed) return { is: 'two', fed, hopes: await readHopes(scope) } as const
      const weeks = weeksUpTo(dayIn(people.now, people.me.zone), weekStartFor(scope), DEFAULT_WEEKS)
      return { is: 'alone', weeks, hasParted: await readHasParted(scope) } as const
    },
    (read, people) =>
      read.is === 'alone' ? (
        <AloneLately weeks={read.weeks} hasParted={read.hasParted} people={people} />
      ) : (
        <Lately people={people} fed={read.fed} hopes={read.hopes} />
      ),
  )
}
