'use client'
import { useEffect, useId, type ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { useObservable } from '@/components/ui/use-observable'
import { Skeleton } from '@/components/ui/waiting'
import { observable } from '@/lib/observable'
import type { Vault } from '@/lib/vault/vault'
import { latePart } from './late-part'
import { useJournal } from './use-journal'

const LateNotOpen = latePart(async () => (await import('./not-open')).NotOpen)

type WhenOpenProps = Readonly<{
  /** Rendered with the open journal, and removed the moment it locks. */
  children: (vault: Vault) => ReactNode
  /** How many lines of text hold the place while the journal opens; 0 for none. */
  lines?: number | undefined
  className?: string | undefined
  /**
   * Whether it may ask for the phrase: `first` before all others on the page, because the person begins something here,
   * or it is above them. Then there is room for the phrase from the start, on a device that will ask.
   */
  asks?: 'yes' | 'never' | 'first' | undefined
}>

/**
 * Renders what needs the open journal. Holds the place while it opens. If the phrase is needed, the first one on a page
 * asks for it and the others stay empty.
 */
export function WhenOpen({ children, lines = 3, className, asks = 'yes' }: WhenOpenProps) {
  const journal = useJournal()
  const isFirst = useFirstOnPage(asks)
  if (journal.is === 'open') return children(journal.vault)
  const place = classes(asks === 'first' && 'asks-first', className)
  if (journal.is === 'opening') return lines > 0 ? <Skeleton lines={lines} className={place} /> : null
  if (!isFirst) return null
  return (
    <div className={classes('max-w-104', place)}>
      <LateNotOpen journal={journal} />
    </div>
  )
}

const NO_PLACES: readonly string[] = []
const places = observable(NO_PLACES)

/** Whether this is the first `WhenOpen` on the page, so that the phrase is asked for once. */
function useFirstOnPage(asks: 'yes' | 'never' | 'first'): boolean {
  const id = useId()
  useEffect(() => {
    if (asks === 'never') return
    const others = places.get()
    places.set(asks === 'first' ? [id, ...others] : [...others, id])
    return () => places.set(places.get().filter((place) => place !== id))
  }, [id, asks])
  return useObservable(places, NO_PLACES)[0] === id
}
