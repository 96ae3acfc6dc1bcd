import type * as z from 'zod/mini'
import { VaultError } from '@/lib/vault/vault-error'

/** Reads an opened value by a schema. Throws `bad-format` if it has another shape. */
export function readShape<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const read = schema.safeParse(value)
  if (!read.success) throw new VaultError('bad-format', { cause: read.error })
  return read.data
}
