'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { OpenedNewest } from './opened-newest'

const LateOpenedNewest = latePart(async () => (await import('./opened-newest')).OpenedNewest, { lines: 0 })

/** The newest page or reply of the partner's that was not read in this browser yet, opened here; nothing where there is none. */
export const NewestShared = (props: Omit<ComponentProps<typeof OpenedNewest>, 'vault'>) => (
  <WhenOpen lines={0} className="mt-8">
    {(vault) => <LateOpenedNewest vault={vault} {...props} />}
  </WhenOpen>
)
