// Readers of untrusted JSON, without a library, so that the vault stays small. Every reader throws `code`.

import { fromBase64url, fromUtf8, type Bytes } from './base64url'
import { isUuid } from './primitives'
import { VaultError, type VaultErrorCode } from './vault-error'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** Parses JSON from a text or from UTF-8. */
export function parseJson(source: string | Bytes, code: VaultErrorCode): Json {
  try {
    return JSON.parse(typeof source === 'string' ? source : fromUtf8(source)) as Json
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
}

/** Whether a value is a JSON object, neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads an object. */
export function readObject(value: unknown, code: VaultErrorCode): JsonObject {
  if (!isObject(value)) throw new VaultError(code)
  return value
}

/** Reads an object with exactly these keys, in any order. */
export function readExactly<Key extends string>(
  value: unknown,
  keys: readonly Key[],
  code: VaultErrorCode,
): Record<Key, Json> {
  const object = readObject(value, code)
  if (Object.keys(object).length !== keys.length || !keys.every((key) => Object.hasOwn(object, key)))
    throw new VaultError(code)
  return object as Record<Key, Json>
}

/** Reads a string. */
export function readText(value: unknown, code: VaultErrorCode): string {
  if (typeof value !== 'string') throw new VaultError(code)
  return value
}

/** Reads a UUID (v4) in lower case. */
export function readUuid(value: unknown, code: VaultErrorCode): string {
  const text = readText(value, code)
  if (!isUuid(text)) throw new VaultError(code)
  return text
}

/** Reads a version: an integer from 1 to the greatest of PostgreSQL's `integer`. */
export function readRev(value: unknown, code: VaultErrorCode): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 0x7fffffff)
    throw new VaultError(code)
  return value
}

/** Reads a list, without checking its items. */
export function readArray(value: unknown, code: VaultErrorCode): readonly Json[] {
  if (!Array.isArray(value)) throw new VaultError(code)
  return value as readonly Json[]
}

/** Reads canonical base64url of `length` bytes, and returns it undecoded. */
export function readBase64url(value: unknown, length: number, code: VaultErrorCode): string {
  const text = readText(value, code)
  try {
    fromBase64url(text, length)
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
  return text
}
