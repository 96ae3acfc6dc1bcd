import { headers } from 'next/headers'

type PreloadRowsProps = Readonly<{
  /** Whether the journal opens here without asking: otherwise nothing is asked for before it is open. */
  open: boolean
  paths: readonly `/api/${string}`[]
}>

/**
 * Begins to fetch sealed rows with the page, so that they are there when the journal is. With a whole page alone: after a move inside
 * the app the journal is open already, and asks by itself as soon as a preload would.
 */
export async function PreloadRows({ open, paths }: PreloadRowsProps) {
  if (!open || (await headers()).get('sec-fetch-dest') !== 'document') return null
  return paths.map((path) => <link key={path} rel="preload" as="fetch" href={path} crossOrigin="anonymous" />)
}
