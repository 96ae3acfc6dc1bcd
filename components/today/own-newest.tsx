'use client'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'

const LateOpenedOwnNewest = latePart(async () => (await import('./opened-own-newest')).OpenedOwnNewest, { lines: 9 })

/** One's own newest pages, opened with the vault. On a phone the place of three is held, so that nothing moves below. */
export const OwnNewest = ({ locale }: { locale: string }) => (
  <div className="min-h-63 wide:min-h-0">
    <WhenOpen lines={9}>{(vault) => <LateOpenedOwnNewest vault={vault} locale={locale} />}</WhenOpen>
  </div>
)
