'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { BackLink } from '@/components/shell/top-bar'

// The way back stands in the page's frame, outside of what is written.
let done = false
const watching = new Set<() => void>()

function become(next: boolean) {
  done = next
  for (const told of [...watching]) told()
}

const subscribe = (told: () => void) => {
  watching.add(told)
  return () => void watching.delete(told)
}

/** Tells the way back that nothing is left to keep, as long as what was done stands there. */
export function useVoiceDone(isDone: boolean): void {
  useEffect(() => {
    if (!isDone) return
    become(true)
    return () => become(false)
  }, [isDone])
}

/** Out of a voice: it is kept as it is, until it is done. */
export function VoiceBack() {
  const t = useTranslations('journal')
  const isDone = useSyncExternalStore(
    subscribe,
    () => done,
    () => false,
  )
  return <BackLink href="/journal" label={t(isDone ? 'back' : 'answerVoice.leave')} />
}
