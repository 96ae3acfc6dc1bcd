'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { InsecureStop, useInsecure } from './insecure-stop'
import { OpenScreen } from './open-screen'
import { SIGN_IN_ENDED } from '@/lib/device/sign-in-ended'
import { useJournal } from './use-journal'

/**
 * The only content of a page on a locked device: the phrase field. A pending lock is finished first. The page reloads
 * its content once the journal is open.
 */
export function LockedPage() {
  const router = useRouter()
  const journal = useJournal()
  const insecure = useInsecure()
  useEffect(() => {
    if (journal.is === 'signed-out') router.replace(SIGN_IN_ENDED)
    if (journal.is === 'open') router.refresh()
  }, [journal, router])
  if (insecure) return <InsecureStop />
  return (
    <div className="mx-auto max-w-104 wide:pt-20">
      <OpenScreen />
    </div>
  )
}
