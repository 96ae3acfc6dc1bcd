'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { Skeleton } from '@/components/ui/waiting'
import { canRetryCode } from '@/lib/device/failures'
import type { JournalState } from '@/lib/device/journal-state'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { useTranslations } from '@/lib/messages/use-translations'
import { EarlierQuestion } from './earlier-question'
import { OpenScreen } from './open-screen'
import { PhraseForm } from './phrase-form'
import { getJournalWatch } from './use-journal'

type NotOpenProps = Readonly<{
  journal: JournalState
  /** It is the only content of the page, so it has the heading. */
  whole?: boolean
}>

/** The page's heading where there is nothing to open. */
const TITLES: Partial<Record<JournalState['is'], 'titleUnreachable' | 'titleBroken' | 'titleSignedOut'>> = {
  unreachable: 'titleUnreachable',
  broken: 'titleBroken',
  stopped: 'titleBroken',
  'signed-out': 'titleSignedOut',
}

/** Why the journal is not open, and the way on: the phrase, a question, signing in, or trying again. */
export function NotOpen({ journal, whole = false }: NotOpenProps) {
  const t = useTranslations(deviceMessages, 'open')
  if (journal.is === 'other-person') return <DrawnForOther />
  if (!whole) return <Way journal={journal} />
  if (journal.is === 'shut') return <OpenScreen />
  return (
    <>
      <PageHeading>{t(TITLES[journal.is] ?? 'title')}</PageHeading>
      <div className="mt-4">
        <Way journal={journal} />
      </div>
    </>
  )
}

function Way({ journal }: { journal: JournalState }) {
  const t = useTranslations(deviceMessages, 'open')
  const failure = useTranslations(failureMessages)
  const again = () => getJournalWatch().retry()
  if (journal.is === 'shut')
    return (
      <>
        <PhraseForm />
        <TextLink alone href="/recover" className="mt-3">
          {t('lost')}
        </TextLink>
      </>
    )
  if (journal.is === 'earlier')
    return (
      <EarlierQuestion
        onYes={() => getJournalWatch().retry({ acceptEarlier: true })}
        onNo={() => getJournalWatch().stop()}
      />
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
      {journal.is !== 'broken' || canRetryCode(journal.code) ? (
        <Button size="small" className="mt-3" onClick={again}>
          {failure('again')}
        </Button>
      ) : null}
    </>
  )
}

/** Asks for the page again, for the person whose journal is open. If it comes for another once more, it says so. */
function DrawnForOther() {
  const failure = useTranslations(failureMessages)
  const router = useRouter()
  const [, startRefresh] = useTransition()
  const [isRefreshed, setRefreshed] = useState(false)
  useEffect(() => {
    // what is set in the transition holds once the page has come
    startRefresh(() => {
      router.refresh()
      setRefreshed(true)
    })
  }, [router])
  return isRefreshed ? <p>{failure('otherAnswer')}</p> : <Skeleton lines={8} />
}
