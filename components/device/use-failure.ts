'use client'
import { failureOf, type Failure } from '@/lib/device/failures'
import { describeFailure } from '@/lib/device/failure-sentence'
import { useLocale } from '@/lib/messages/use-translations'

/**
 * Returns a function that describes in one sentence why something failed. `toFailure`: the room's own mapping, if it
 * has its own sentences. `name`: the partner's, if known.
 */
export function useFailure(
  toFailure: (error: unknown) => Failure = failureOf,
): (error: unknown, name?: string) => string {
  const locale = useLocale()
  return (error, name) => describeFailure(locale, toFailure(error), name)
}
