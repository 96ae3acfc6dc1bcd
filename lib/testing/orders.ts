// The messages between a test and the app that it started.
import * as z from 'zod'
import { realLimits, type Limits } from '../seams.ts'

const instant = z.iso.datetime()
const isLimit = (name: string): name is keyof Limits => name in realLimits
const Limit = z.string().refine(isLimit)

export const StartMessage = z.object({
  root: z.string(),
  port: z.int(),
  ownerUrl: z.string(),
  webUrl: z.string(),
  secret: z.string(),
  trustProxyHops: z.int(),
  origins: z.array(z.string()).optional(),
  /** The clock is stopped at this instant; by default it is the real one. */
  at: instant.optional(),
  limits: z.partialRecord(Limit, z.number()),
})
export type StartMessage = z.output<typeof StartMessage>

export const Order = z.object({
  number: z.int(),
  order: z.discriminatedUnion('do', [
    z.object({ do: z.literal('at'), instant }),
    z.object({ do: z.literal('on'), ms: z.number() }),
    z.object({ do: z.literal('flow') }),
    z.object({ do: z.literal('look') }),
    z.object({ do: z.literal('stop') }),
  ]),
})
export type Order = z.output<typeof Order>['order']

export const OrderAnswer = z.object({ number: z.int(), now: instant, counts: z.record(z.string(), z.number()) })
export type OrderAnswer = z.output<typeof OrderAnswer>

export const Up = z.object({ port: z.int() })
