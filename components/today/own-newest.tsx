'use client'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import { classes } from '@/components/ui/classes'

const LateOpenedOwnNewest = latePart(async () => (await import('./opened-own-newest')).OpenedOwnNewest)

// each page at most 84 px; without one, an example stands there
const PLACES = ['min-h-63', 'min-h-21', 'min-h-42', 'min-h-63']

/**
 * One's own newest pages, opened with the vault. On a phone the place of as many as there are (`pages`, three at most) is
 * held, so that nothing moves below.
 */
export const OwnNewest = ({ pages, locale }: Readonly<{ pages: number; locale: string }>) => (
  <div className={classes(PLACES[pages], 'wide:min-h-0')}>
    <WhenOpen>{(vault) => <LateOpenedOwnNewest vault={vault} locale={locale} />}</WhenOpen>
  </div>
)
