import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { LateLockedPage } from '@/components/device/late-locked-page'
import { OpenFrame } from '@/components/shell/open-frame'
import { isPageLocked, readPageSession } from '@/lib/auth/page-session'
import { HomeShell } from './home-shell'
import type { People } from '@/lib/couples/people'
import { readPeople } from '@/lib/couples/reads'
import { withViewer, type Scope } from '@/lib/db/with-viewer'
import { SIGN_IN_ENDED } from '@/lib/device/sign-in-ended'
import { orNull } from '@/lib/http/or-null'
import { notePageSession } from '@/lib/http/rates'

/**
 * A page for a signed-in person: reads what it shows in one transaction under their policies, and draws it. Who is signed out goes
 * to sign in, and is told why if the session ended elsewhere; a device that was locked or hidden shows the phrase field alone. What
 * is not there is the page that says so.
 */
export async function homePage<T>(
  read: (scope: Scope, people: People) => Promise<T>,
  draw: (data: T, people: People) => ReactNode,
): Promise<ReactNode> {
  const secret = await readPageSession()
  if (!secret) redirect('/sign-in')
  if (await isPageLocked())
    return (
      <OpenFrame>
        <LateLockedPage />
      </OpenFrame>
    )
  const found = await orNull(
    withViewer(secret, async (scope) => {
      notePageSession(secret, scope.viewer.personId)
      const people = await readPeople(scope)
      return { people, data: await read(scope, people), onlyMe: scope.viewer.onlyMe }
    }),
  )
  if (found === null) notFound()
  if (found === 'signed-out') redirect(SIGN_IN_ENDED)
  const page = draw(found.data, found.people)
  return (
    <HomeShell people={found.people}>
      {found.onlyMe ? (
        page
      ) : (
        <div data-asks className="contents">
          {page}
        </div>
      )}
    </HomeShell>
  )
}
