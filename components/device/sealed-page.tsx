'use client'
import type { ReactNode } from 'react'
import { latePart } from './late-part'
import { useJournal } from './use-journal'

const LateNotOpen = latePart(async () => (await import('./not-open')).NotOpen)

/**
 * A page whose main content is sealed: while the journal is not open, it is the screen that opens it, with nothing of the
 * page around it. Its `WhenOpen`s hold the place while the journal opens.
 */
export function SealedPage({ children }: { children: ReactNode }) {
  const journal = useJournal()
  if (journal.is === 'open' || journal.is === 'opening') return children
  // With a key React makes a new element: the page's own one would be seen to move.
  return (
    <div key="not-open" className="mx-auto max-w-104 wide:pt-20">
      <LateNotOpen journal={journal} whole />
    </div>
  )
}
