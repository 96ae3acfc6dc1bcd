'use client'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import { momentFailure } from './failure'

/** Says in a sentence why something with a moment did not work. */
export function useFailureWords(partnerName: string): (error: unknown) => string {
  const t = useTranslations(momentsMessages, 'failure')
  const general = useTranslations(accountsMessages, 'failure')
  return (error) => {
    const failure = momentFailure(error)
    return failure.own
      ? t(failure.own, { name: partnerName })
      : general(failure.failure.key, { wait: failure.failure.wait })
  }
}
