'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { OpenedNewest } from './opened-newest'

const LateOpenedNewest = latePart(async () => (await import('./opened-newest')).OpenedNewest, { lines: 0 })

/** The partner's newest page or reply that was not read in this browser yet; renders nothing without one. */
export const NewestShared = (props: Omit<ComponentProps<typeof OpenedNewest>, 'vault'>) => (
  <WhenOpen lines={0} className="mt-8">
    {(vault) => <LateOpenedNewest vault={vault} {...props} />}
  </WhenOpen>
)
