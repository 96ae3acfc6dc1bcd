'use client'
import { useEffect, useId, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { TextLink } from '@/components/ui/links'
import { useObservable } from '@/components/ui/use-observable'
import { Skeleton } from '@/components/ui/waiting'
import type { JournalState } from '@/lib/device/journal-state'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { observable } from '@/lib/observable'
import type { Vault } from '@/lib/vault/vault'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { EarlierQuestion } from './earlier-question'
import { PhraseForm } from './phrase-form'
import { journalWatch, useJournal } from './use-journal'

type WhenOpenProps = Readonly<{
  /** Drawn with the open journal; taken away the moment it locks. */
  children: (vault: Vault) => ReactNode
  /** How many lines of text the place holds while the journal opens; with 0 it holds none. */
  lines?: number | undefined
  className?: string | undefined
}>

/**
 * What only the open journal can show. Holds its place while it opens; where the phrase is needed, the first one on a page asks
 * for it in place and the others stay empty.
 */
export function WhenOpen({ children, lines = 3, className }: WhenOpenProps) {
  const journal = useJournal()
  const asks = useFirstOnPage()
  if (journal.is === 'open') return children(journal.vault)
  if (journal.is === 'opening') return lines > 0 ? <Skeleton lines={lines} className={className} /> : null
  if (!asks) return null
  return (
    <div className={classes('max-w-104', className)}>
      <NotOpen journal={journal} />
    </div>
  )
}

function NotOpen({ journal }: { journal: JournalState }) {
  const t = useTranslations(deviceMessages, 'open')
  const failure = useTranslations(failureMessages)
  const again = () => journalWatch().again()
  if (journal.is === 'shut') return <PhraseForm />
  if (journal.is === 'earlier')
    return (
      <EarlierQuestion onYes={() => journalWatch().again({ acceptEarlier: true })} onNo={() => journalWatch().stop()} />
    )
  if (journal.is === 'signed-out')
    return (
      <p>
        {t('signedOut')} <TextLink href="/sign-in">{t('signIn')}</TextLink>
      </p>
    )
  return (
    <>
      <p>
        {journal.is === 'unreachable' ? failure('unreachable') : t(journal.is === 'stopped' ? 'stopped' : 'broken')}
      </p>
      <Button size="small" className="mt-3" onClick={again}>
        {failure('again')}
      </Button>
    </>
  )
}

const NO_PLACES: readonly string[] = []
const places = observable(NO_PLACES)

/** Whether this is the first of its kind on the page, so that a phrase is asked for once. */
function useFirstOnPage(): boolean {
  const id = useId()
  useEffect(() => {
    places.set([...places.get(), id])
    return () => places.set(places.get().filter((place) => place !== id))
  }, [id])
  return useObservable(places, NO_PLACES)[0] === id
}
