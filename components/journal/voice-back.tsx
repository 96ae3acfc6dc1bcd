'use client'
import { useEffect } from 'react'
import { BackLink } from '@/components/shell/top-bar'
import { useObservable } from '@/components/ui/use-observable'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { observable } from '@/lib/observable'

// The back link is in the page's frame, outside the form, so the two share this value.
const state = observable<VoiceState>('writing')

/** `unsaved`: the device could not store the draft. `done`: the finished page is shown. */
type VoiceState = 'writing' | 'unsaved' | 'done'

/** Sets the state of the flow, so that the back link offers to keep a draft only where the device could store it. */
export function useVoiceState(next: VoiceState): void {
  useEffect(() => {
    state.set(next)
    return () => state.set('writing')
  }, [next])
}

const LABELS = { writing: 'answerVoice.leave', unsaved: 'write.leave', done: 'back' } as const

/** The back link of the inner voice's flow: leaving keeps the draft. */
export function VoiceBack() {
  const t = useTranslations(journalMessages)
  const now = useObservable(state, 'writing')
  return <BackLink href="/journal" label={t(LABELS[now])} keepsLabel={now !== 'done'} />
}
