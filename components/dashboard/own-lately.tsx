'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { OwnLayer } from './own-layer'

const LateOwnLayer = latePart(async () => (await import('./own-layer')).OwnLayer, { lines: 12 })

/** The private layer, opened with the vault. */
export const OwnLately = (props: Omit<ComponentProps<typeof OwnLayer>, 'vault'>) => (
  <WhenOpen lines={12}>{(vault) => <LateOwnLayer vault={vault} {...props} />}</WhenOpen>
)
