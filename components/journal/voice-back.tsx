'use client'
import { useEffect } from 'react'
import { BackLink } from '@/components/shell/top-bar'
import { useObservable } from '@/components/ui/use-observable'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { observable } from '@/lib/observable'

// The back link is in the page's frame, outside the form, so the two share this value.
const done = observable(false)

/** While the finished page is shown, the back link no longer offers to keep a draft. */
export function useVoiceDone(isDone: boolean): void {
  useEffect(() => {
    if (!isDone) return
    done.set(true)
    return () => done.set(false)
  }, [isDone])
}

/** The back link of the inner voice's flow: leaving keeps the draft. */
export function VoiceBack() {
  const t = useTranslations(journalMessages)
  const isDone = useObservable(done, false)
  return <BackLink href="/journal" label={t(isDone ? 'back' : 'answerVoice.leave')} />
}
