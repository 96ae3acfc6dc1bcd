import { withConnection } from '@/lib/db/connection'
import type { Day } from '@/lib/time/day'
import type { Couple } from './people'
import type { ServedApp } from './served'

/** Lets a couple have paired on an earlier day, so that what a test dates from then on counts. */
export const pairedSince = (app: Pick<ServedApp, 'ownerUrl'>, { id }: Pick<Couple, 'id'>, day: Day): Promise<unknown> =>
  withConnection(app.ownerUrl, (db) =>
    db.query('update couple set started_at = $1::date, started_on = $1::date where id = $2', [day, id]),
  )
