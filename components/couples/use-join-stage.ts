'use client'
import { useSyncExternalStore } from 'react'
import { changes } from '@/lib/observable'

/** What a person who isn't signed in does with an invitation: reads it, signs up with it, or signs in with it. */
export type JoinStage = 'read' | 'sign-up' | 'sign-in'

const hasKey = <Key extends string>(state: unknown, key: Key): state is Record<Key, unknown> =>
  typeof state === 'object' && state !== null && key in state

/** The stage of a history entry. The second step of signing up has an entry of its own (`useSignUpSteps`). */
function stageOf(state: unknown): JoinStage {
  if (hasKey(state, 'signUpStep')) return 'sign-up'
  if (hasKey(state, 'joinStage') && (state.joinStage === 'sign-up' || state.joinStage === 'sign-in'))
    return state.joinStage
  return 'read'
}

const moves = changes()

function subscribe(listener: () => void): () => void {
  const unsubscribe = moves.subscribe(listener)
  window.addEventListener('popstate', listener)
  return () => {
    unsubscribe()
    window.removeEventListener('popstate', listener)
  }
}

/**
 * Keeps the stages as history entries, so that the browser's Back goes from one to the one before, and a reload stays.
 * The entry alone says which stage it is: a Back that comes before React listens is not missed.
 */
export function useJoinStage(): {
  stage: JoinStage
  go: (stage: Exclude<JoinStage, 'read'>) => void
  back: () => void
} {
  const stage = useSyncExternalStore<JoinStage>(
    subscribe,
    () => stageOf(history.state),
    () => 'read',
  )
  return {
    stage,
    go: (next) => {
      history[stage === 'read' ? 'pushState' : 'replaceState']({ joinStage: next }, '')
      moves.notify()
    },
    back: () => history.back(),
  }
}
