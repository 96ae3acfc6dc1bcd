import { failureMessages } from '@/lib/messages/rooms/failure'
import { translate } from '@/lib/messages/translate'
import type { CommonFailure, Failure } from './failures'

/** Describes a failure in one sentence in the language of `locale`. `name` is the partner's, if known. */
export function describeFailure(locale: string, { key, room, wait, field }: Failure, name = ''): string {
  const t = translate(locale, failureMessages)
  const words = { wait, name: name || t('partner'), field: field ? t(`field.${field}`) : '' }
  if (room !== null)
    return translate<{ failure: Record<string, string> }, 'failure'>(locale, room, 'failure')(key, words)
  const common = key as CommonFailure
  return t(common, words)
}
