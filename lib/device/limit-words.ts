import { LIMITS, type LimitName } from '@/lib/limits'
import { limitsMessages } from '@/lib/messages/rooms/limits'
import { translate } from '@/lib/messages/translate'

/** Describes in one sentence that a limit was reached, and what to do. */
export function describeLimit(locale: string, limit: LimitName): string {
  const t = translate(locale, limitsMessages)
  return t(`reached.${limit}`, { most: LIMITS[limit] })
}
