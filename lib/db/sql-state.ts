import { isLimitName, type LimitName } from '@/lib/limits'

/**
 * Finds the SQLSTATE in an error of Prisma (model calls P2039/P2007, unique P2002, foreign key P2003, raw P2010) or of
 * the COMMIT guard, or null for any other error.
 */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, meta, cause } = error as { code?: unknown; meta?: unknown; cause?: unknown }
  if (code === 'P2002') return '23505'
  if (code === 'P2003') return '23503'
  const inner = (meta as { driverAdapterError?: { cause?: { originalCode?: unknown } } } | undefined)
    ?.driverAdapterError?.cause?.originalCode
  if (typeof inner === 'string') return inner
  const raw = (meta as { code?: unknown } | undefined)?.code
  if (typeof raw === 'string') return raw
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  return cause ? sqlState(cause) : null
}

/**
 * The limit that a statement would have passed, or null for any other error. A trigger refuses it with SQLSTATE FF422
 * and the limit's name at the end of its message.
 */
export function limitOf(error: unknown): LimitName | null {
  if (sqlState(error) !== 'FF422') return null
  for (let inner: unknown = error; typeof inner === 'object' && inner !== null; inner = causeOf(inner)) {
    const { message, originalMessage } = inner as { message?: unknown; originalMessage?: unknown }
    const name = /too-much: (\w+)/.exec(`${String(originalMessage)} ${String(message)}`)?.[1]
    if (isLimitName(name)) return name
  }
  return null
}

const causeOf = (error: object): unknown => {
  const { meta, cause } = error as { meta?: { driverAdapterError?: unknown }; cause?: unknown }
  return meta?.driverAdapterError ?? cause
}

/** Whether a retry of the whole transaction may succeed: after a deadlock or a serialisation failure. */
export const isRetryable = (error: unknown): boolean => ['40P01', '40001'].includes(sqlState(error) ?? '')

/**
 * Whether a SQLSTATE says that the database does not answer, is full, or is starting or stopping, so that nothing was
 * saved and a retry may succeed: the classes 08 (connection), 53 (resources) and 57P.
 */
export const isUnavailable = (state: string | null | undefined): boolean => /^(08|53|57P)/.test(state ?? '')
