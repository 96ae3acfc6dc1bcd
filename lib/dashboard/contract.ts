import * as z from 'zod/mini'
import { contract, id, pageQuery, storedText } from '@/lib/http/contract'
import { intimacyTypeSchema } from '@/lib/intimacy/schemas'
import { daySchema, storedDay } from '@/lib/time/schemas'

export const feedingSource = z.enum(['moment', 'plan', 'page', 'reply'])

export const getDashboard = contract({
  method: 'GET',
  path: '/api/dashboard',
  repeats: { weeks: null, before: null },
  query: z.strictObject({
    weeks: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(26))),
    before: z.optional(daySchema),
    after: pageQuery.after,
  }),
  summary:
    'What fed which type, for whom and on which day, in the couple’s last weeks, the present one included, or in the weeks `before` a day; newest first, at most 2,000 rows at a time.',
  answer: z.object({
    people: z.tuple([id, id]),
    first: storedDay,
    last: storedDay,
    /** `pageId` is the shared page, or the page that a reply answers. */
    feedings: z.array(
      z.object({
        personId: id,
        day: storedDay,
        type: intimacyTypeSchema,
        source: feedingSource,
        sourceId: id,
        pageId: z.nullable(id),
      }),
    ),
    /** Every plan that fed, a ritual's date or a one-off, with the title it had when it was marked. */
    plans: z.array(z.object({ id, ritualId: z.nullable(id), title: storedText })),
    /** The key of the rows after these, or null at the end. */
    next: z.nullable(z.string()),
  }),
  problems: ['not-paired'],
})
