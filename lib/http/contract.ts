import * as z from 'zod/mini'
import type { LimitName } from '@/lib/limits'
import type { ProblemCode } from './problem'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * The shape of one method of one path, shared by browser and server. Requests are strict; answers keep only the named
 * fields, and are no narrower than the columns they come from.
 */
export type Contract = {
  readonly method: Method
  /** With names of parameters: `/api/entries/{id}`. */
  readonly path: `/api/${string}`
  /** One line for the API's description. */
  readonly summary: string
  readonly params?: z.ZodMiniObject
  readonly query?: z.ZodMiniObject
  readonly body?: z.ZodMiniType
  /** Without it, the answer is 204. */
  readonly answer?: z.ZodMiniType
  /** If-Match names the version that is changed: 428 without it, 412 if another version is saved. */
  readonly ifMatch?: true
  /**
   * Where the answer repeats what was asked for: a path in it by the name of the input, `rows.coupleId` for each row;
   * null where it does not. A device refuses an answer that says something else (`demandAnswerFor`).
   */
  readonly repeats?: Readonly<Record<string, string | null>>
  /** The field of the answer that becomes the ETag. */
  readonly version?: string
  /** The answer has an ETag of its bytes. A request with it in If-None-Match gets 304 while they are the same. */
  readonly conditional?: true
  /** Reachable without a session. */
  readonly open?: true
  /** With a body, yet nothing is saved that the answer shows. A door that saves has no answer. */
  readonly saves?: false
  /** The size limit of the body; 'json' by default. */
  readonly size?: 'json' | 'sealed' | 'batch'
  /** Request headers beyond cookies, by name in lower case, that the route reads. */
  readonly headers?: readonly string[]
  /** The limits that a request may reach: then it is refused with too-much. */
  readonly limits?: readonly LimitName[]
  /** Refusals beyond those that every route may give. */
  readonly problems?: readonly ProblemCode[]
}

/** What a request names: its parameters and its query, but not the place in a list. */
type AskedNames<C extends Contract> = Exclude<
  keyof NonNullable<SchemaFields<C['params']>> | keyof NonNullable<SchemaFields<C['query']>>,
  keyof typeof pageQuery
>
type SchemaFields<T> = T extends z.ZodMiniType ? z.output<T> : Record<never, never>

/** A contract with an answer says for each name that was asked for where the answer repeats it. */
type SaysWhatIsRepeated<C extends Contract> = C['answer'] extends z.ZodMiniType
  ? [AskedNames<C>] extends [never]
    ? unknown
    : { readonly repeats: Readonly<Record<AskedNames<C>, string | null>> }
  : unknown

/** Keeps the exact types of a contract. */
export const contract = <const C extends Contract>(agreed: C & SaysWhatIsRepeated<C>): C => agreed

type SchemaOutput<T> = T extends z.ZodMiniType ? z.output<T> : unknown

/** What a caller passes and a handler gets: path parameters, query, body and the If-Match version, in one object. */
export type Input<C extends Contract> = SchemaOutput<C['params']> &
  SchemaOutput<C['query']> &
  SchemaOutput<C['body']> &
  (C['ifMatch'] extends true ? { ifMatch: number } : unknown)

/** What the route answers; undefined if the contract has no answer. */
export type Answer<C extends Contract> = C['answer'] extends z.ZodMiniType ? z.output<C['answer']> : undefined

/** A random UUID (v4 or, for an occurrence, v5), lower case. */
export const id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

/**
 * A text in an answer, as it is stored. Requests are as narrow as the rules, answers as wide as the columns: a rule that
 * grows narrower leaves every stored row answerable.
 */
export const storedText = z.string()

/** A version, counted from one. */
export const version = z.int().check(z.positive(), z.lte(2_000_000_000))

/** A page of a list: rows, newest first, and the key of the next page, or null at the end. */
export const paged = <T extends z.ZodMiniType>(row: T) => z.object({ rows: z.array(row), next: z.nullable(z.string()) })

/** The query of a paged list. `after` is the `next` of the page before. */
export const pageQuery = {
  after: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
}
