import { Join } from '@/components/couples/join'
import type { JoinViewer } from '@/components/couples/join-steps'
import { isPageLocked, readPageSession } from '@/lib/auth/page-session'
import { readHopes, readPeople } from '@/lib/couples/reads'
import { withViewer } from '@/lib/db/with-viewer'

/** The page of an invite. The server does not see the invite, which comes after `#`, only who is signed in. */
export default async function Page() {
  return <Join viewer={await readJoinViewer()} />
}

async function readJoinViewer(): Promise<JoinViewer> {
  const secret = await readPageSession()
  if (!secret) return null
  const read = await withViewer(secret, async (db) => ({ people: await readPeople(db), hopes: await readHopes(db) }))
  if (read === 'signed-out') return null
  const {
    people: { me, partner },
    hopes,
  } = read
  const locked = await isPageLocked()
  return {
    name: locked ? null : me.name,
    paired: partner !== null,
    partner: locked ? null : (partner?.name ?? null),
    marked: hopes.mine !== null,
  }
}
