'use client'
import { useEffect } from 'react'
import { BackLink } from '@/components/shell/top-bar'
import { useObservable } from '@/components/ui/use-observable'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { observable } from '@/lib/observable'

// The way back stands in the page's frame, outside of what is written.
const done = observable(false)

/** Tells the way back that nothing is left to keep, as long as what was done stands there. */
export function useVoiceDone(isDone: boolean): void {
  useEffect(() => {
    if (!isDone) return
    done.set(true)
    return () => done.set(false)
  }, [isDone])
}

/** Out of a voice: it is kept as it is, until it is done. */
export function VoiceBack() {
  const t = useTranslations(journalMessages)
  const isDone = useObservable(done, false)
  return <BackLink href="/journal" label={t(isDone ? 'back' : 'answerVoice.leave')} />
}
