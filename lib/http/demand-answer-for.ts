import { VaultError } from '@/lib/vault/vault-error'
import { isSameJson } from '@/lib/vault/same-json'
import type { Json } from '@/lib/vault/strict-json'
import type { Contract } from './contract'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** The values at a path such as `rows.coupleId`: one for each item of a list. */
function valuesAt(answer: unknown, path: readonly string[]): unknown[] {
  const [name, ...rest] = path
  if (name === undefined) return [answer]
  if (Array.isArray(answer)) return answer.flatMap((item) => valuesAt(item, path))
  return valuesAt(isFields(answer) ? answer[name] : undefined, rest)
}

/**
 * Compares an answer with what was asked for. Throws `other-answer` where it repeats something else (`repeats`), holds
 * more rows than were asked for, or is a list that is not newest first.
 */
export function demandAnswerFor({ method, repeats = {} }: Contract, input: unknown, answer: unknown): void {
  const asked: Fields = isFields(input) ? input : {}
  for (const [name, path] of Object.entries(repeats)) {
    if (path === null || asked[name] === undefined) continue
    const isRepeated = valuesAt(answer, path.split('.')).every((value) =>
      isSameJson(value as Json, asked[name] as Json),
    )
    if (!isRepeated) throw new VaultError('other-answer')
  }
  if (method === 'GET' && isFields(answer) && Array.isArray(answer['rows'])) demandList(answer['rows'], asked['limit'])
}

function demandList(rows: readonly unknown[], limit: unknown): void {
  const times = rows.flatMap((row) => (isFields(row) && typeof row['addedAt'] === 'string' ? [row['addedAt']] : []))
  const isNewestFirst = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? ''))
  if (!isNewestFirst || (typeof limit === 'number' && rows.length > limit)) throw new VaultError('other-answer')
}
