'use client'
import { failureOf, type Failure } from '@/lib/device/failures'
import { describeFailure } from '@/lib/device/failure-sentence'
import { useLocale } from '@/lib/messages/use-translations'

/**
 * Says in one sentence why something failed. `of`: the room's own way to a failure, where it has words of its own. `name`: the
 * partner's, where it is known.
 */
export function useFailure(
  toFailure: (error: unknown) => Failure = failureOf,
): (error: unknown, name?: string) => string {
  const locale = useLocale()
  return (error, name) => describeFailure(locale, toFailure(error), name)
}
