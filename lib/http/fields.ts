// The names of refused fields, as a 422 has them: `body.title`, `body.entries.0.sealed`.
import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** A key of a body is anything that a client writes. */
const MAX_KEY = 40
const MAX_STEPS = 6
/** How many fields are named. */
const MAX_FIELDS = 20

/** Names the field at a path, whose first step is `body` or `query`. */
export const fieldAt = (path: readonly PropertyKey[]): string =>
  path
    .slice(0, MAX_STEPS)
    .map((step) => String(step).slice(0, MAX_KEY).toWellFormed())
    .join('.')

/** Names every field that a schema refused, none twice. */
export const fieldsOf = (issues: readonly Issue[], where: 'body' | 'query'): string[] =>
  [...new Set(issues.flatMap((issue) => pathsOf(issue, [where])).map(fieldAt))].slice(0, MAX_FIELDS)

function pathsOf(issue: Issue, before: readonly PropertyKey[]): PropertyKey[][] {
  const path = [...before, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  if (issue.code === 'invalid_union') {
    // Of several shapes, the one with the fewest faults is the one that was meant.
    const [meant] = [...issue.errors].sort((a, b) => a.length - b.length)
    return meant?.length ? meant.flatMap((inner) => pathsOf(inner, path)) : [path]
  }
  return [path]
}
