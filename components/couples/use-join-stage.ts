'use client'
import { useEffect, useState } from 'react'

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

/**
 * Keeps the stages as history entries, so that the browser's Back goes from one to the one before, and a reload stays.
 * Call it in a browser only.
 */
export function useJoinStage(): {
  stage: JoinStage
  go: (stage: Exclude<JoinStage, 'read'>) => void
  back: () => void
} {
  const [stage, setStage] = useState<JoinStage>(() => stageOf(history.state))
  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => setStage(stageOf(state))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  return {
    stage,
    go: (next) => {
      const isFirst = stageOf(history.state) === 'read'
      history[isFirst ? 'pushState' : 'replaceState']({ joinStage: next }, '')
      setStage(next)
    },
    back: () => {
      if (stageOf(history.state) === 'read') setStage('read')
      else history.back()
    },
  }
}
