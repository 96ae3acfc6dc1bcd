import { headers } from 'next/headers'

type PreloadRowsProps = Readonly<{
  /** Whether the journal opens without the phrase on this device. If not, nothing is fetched before it is open. */
  open: boolean
  paths: readonly `/api/${string}`[]
}>

/**
 * Fetches sealed rows while the page loads, so that they are ready when the journal opens. Only on a full page load:
 * after a navigation inside the app the journal is open already, and fetches them just as early.
 */
export async function PreloadRows({ open, paths }: PreloadRowsProps) {
  if (!open || (await headers()).get('sec-fetch-dest') !== 'document') return null
  return paths.map((path) => <link key={path} rel="preload" as="fetch" href={path} crossOrigin="anonymous" />)
}
