'use client'
import { useTranslations } from 'use-intl/react'
import { momentFailure } from './failure'

/** Says in a sentence why something with a moment did not work. */
export function useFailureWords(partnerName: string): (error: unknown) => string {
  const t = useTranslations('moments.failure')
  const general = useTranslations('accounts.failure')
  return (error) => {
    const failure = momentFailure(error)
    return failure.own
      ? t(failure.own, { name: partnerName })
      : general(failure.failure.key, { wait: failure.failure.wait })
  }
}
