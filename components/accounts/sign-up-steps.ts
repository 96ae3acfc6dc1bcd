'use client'
import { useEffect, useState } from 'react'

export type SignUpSteps = Readonly<{
  step: 1 | 2
  next: () => void
  /** Goes to the first step; what was typed stays. */
  back: () => void
}>

const stepOf = (state: unknown): 1 | 2 =>
  typeof state === 'object' && state !== null && 'signUpStep' in state && state.signUpStep === 2 ? 2 : 1

/**
 * Keeps the two steps of signing up as two history entries, so that the browser's Back goes from the second to the
 * first.
 */
export function useSignUpSteps(): SignUpSteps {
  const [step, setStep] = useState<1 | 2>(1)
  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => setStep(stepOf(state))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  return {
    step,
    next: () => {
      history.pushState({ signUpStep: 2 }, '')
      setStep(2)
    },
    back: () => {
      if (stepOf(history.state) === 2) history.back()
      else setStep(1)
    },
  }
}
