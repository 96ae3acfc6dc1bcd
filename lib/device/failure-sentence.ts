import { failureMessages } from '@/lib/messages/rooms/failure'
import { translate } from '@/lib/messages/translate'
import type { CommonFailure, Failure } from './failures'
import { limitWords } from './late-limit-words'

/**
 * Describes a failure in one sentence in the language of `locale`. `name` is the partner's, if known. A limit has its own
 * sentence once those were loaded.
 */
export function describeFailure(locale: string, { key, room, wait, field, limit }: Failure, name = ''): string {
  const t = translate(locale, failureMessages)
  const words = { wait, name: name || t('partner'), field: field ? t(`field.${field}`) : '' }
  const limits = limit === null ? null : limitWords()
  if (limits && limit !== null) return limits.describeLimit(locale, limit)
  if (room !== null)
    return translate<{ failure: Record<string, string> }, 'failure'>(locale, room, 'failure')(key, words)
  const common = key as CommonFailure
  return t(common, words)
}
