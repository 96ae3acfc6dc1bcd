import * as z from 'zod/mini'
import type { ProblemCode } from './problem'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What browser and server agree on for one method of one path. Requests are strict; answers are stripped to the fields that are named. */
export type Contract = {
  readonly method: Method
  /** As in the API: `/api/entries/{id}`. */
  readonly path: `/api/${string}`
  /** One line for the API's description. */
  readonly summary: string
  readonly params?: z.ZodMiniObject
  readonly query?: z.ZodMiniObject
  readonly body?: z.ZodMiniType
  /** Absent: 204, no content. */
  readonly answer?: z.ZodMiniType
  /** The change names the version it was made from, in If-Match (428 without, 412 when there is another version). */
  readonly ifMatch?: true
  /** The field of the answer that holds the version, which becomes the ETag. */
  readonly version?: string
  /** The answer has an ETag of its own bytes; a request with it in If-None-Match gets 304 while they are the same. */
  readonly conditional?: true
  /** Reachable without a session. */
  readonly open?: true
  /** Which size limit the body has; 'json' by default. */
  readonly size?: 'json' | 'sealed' | 'batch'
  /** Request headers beyond cookies, by name in lower case, that the route reads. */
  readonly headers?: readonly string[]
  /** Refusals beyond those that every route may give. */
  readonly problems?: readonly ProblemCode[]
}

/** Keeps the exact types of a contract. */
export const contract = <const C extends Contract>(agreed: C): C => agreed

type SchemaOutput<T> = T extends z.ZodMiniType ? z.output<T> : unknown

/** What a caller gives and a handler gets: path parameters, query and body in one object, and the version where one is named. */
export type Input<C extends Contract> = SchemaOutput<C['params']> &
  SchemaOutput<C['query']> &
  SchemaOutput<C['body']> &
  (C['ifMatch'] extends true ? { ifMatch: number } : unknown)

/** What the route answers; undefined where the contract has none. */
export type Answer<C extends Contract> = C['answer'] extends z.ZodMiniType ? z.output<C['answer']> : undefined

/** A random UUID (v4 or, for an occurrence, v5), lower case. */
export const id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

/** Bytes as base64url without padding, `max` characters at most. */
export const base64url = (max: number) => z.string().check(z.maxLength(max), z.regex(/^[A-Za-z0-9_-]*$/))

/** A sealed text: an age file of at most 512 KiB of plaintext, as base64url. */
export const sealed = base64url(720_000).check(z.minLength(1))

/** A version, counted from one. */
export const version = z.int().check(z.positive(), z.lte(2_000_000_000))

/** A page of a list: rows newest first, and the key to go on from, null at the end. */
export const paged = <T extends z.ZodMiniType>(row: T) => z.object({ rows: z.array(row), next: z.nullable(z.string()) })

/** The query of a paged list. `after` is the `next` of the page before. */
export const pageQuery = {
  after: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
}
