// Reading JSON that somebody else may have written: by hand, so that the vault stays small. Every reader throws `code`.

import { fromBase64url, fromUtf8, type Bytes } from './base64url'
import { isUuid } from './primitives'
import { VaultError, type VaultErrorCode } from './vault-error'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** JSON out of a text, or out of its UTF-8. */
export function parseJson(source: string | Bytes, code: VaultErrorCode): Json {
  try {
    return JSON.parse(typeof source === 'string' ? source : fromUtf8(source)) as Json
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function readObject(value: unknown, code: VaultErrorCode): JsonObject {
  if (!isObject(value)) throw new VaultError(code)
  return value
}

/** An object with exactly these keys, in any order. */
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

export function readText(value: unknown, code: VaultErrorCode): string {
  if (typeof value !== 'string') throw new VaultError(code)
  return value
}

export function readUuid(value: unknown, code: VaultErrorCode): string {
  const text = readText(value, code)
  if (!isUuid(text)) throw new VaultError(code)
  return text
}

/** A version: a whole number from 1 up to what PostgreSQL's integer holds. */
export function readRev(value: unknown, code: VaultErrorCode): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 0x7fffffff)
    throw new VaultError(code)
  return value
}

export function readArray(value: unknown, code: VaultErrorCode): readonly Json[] {
  if (!Array.isArray(value)) throw new VaultError(code)
  return value as readonly Json[]
}

/** A text that is canonical base64url of `length` bytes; the text is returned. */
export function readBase64url(value: unknown, length: number, code: VaultErrorCode): string {
  const text = readText(value, code)
  try {
    fromBase64url(text, length)
  } catch (cause) {
    throw new VaultError(code, { cause })
  }
  return text
}

/** Equal as JSON values: the order of an object's keys does not count, that of a list does. */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => sameJson(value as Json, other[at] as Json))
  }
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key] as Json, other[key] as Json))
  )
}
