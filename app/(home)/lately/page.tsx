import { Lately } from '@/components/dashboard/lately'
import { readHopes } from '@/lib/couples/reads'
import { readDaysFed } from '@/lib/dashboard/reads'
import { homePage } from '../home-page'

export default function Page() {
  return homePage(
    async (db, people) => ({ fed: await readDaysFed(db, people), hopes: await readHopes(db) }),
    ({ fed, hopes }, people) => <Lately people={people} fed={fed} hopes={hopes} />,
  )
}
