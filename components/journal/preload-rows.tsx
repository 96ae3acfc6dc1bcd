type PreloadRowsProps = Readonly<{
  /** Whether the journal opens here without asking: otherwise nothing is asked for before it is open. */
  open: boolean
  paths: readonly `/api/${string}`[]
}>

/** Begins to fetch sealed rows with the page, so that they are there when the journal is. */
export const PreloadRows = ({ open, paths }: PreloadRowsProps) =>
  open ? paths.map((path) => <link key={path} rel="preload" as="fetch" href={path} crossOrigin="anonymous" />) : null
