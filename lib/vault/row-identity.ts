/** What makes a row one row: its kind, its couple (null for a private text), its author, and the id that they chose. */
export type RowIdentity = Readonly<{
  magic: `fivefold-${string}/v1`
  pair: string | null
  author: string
  id: string
}>
