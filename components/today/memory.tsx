'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { OpenedMemory } from './opened-memory'

const LateOpenedMemory = latePart(async () => (await import('./opened-memory')).OpenedMemory, { lines: 0 })

/**
 * The day's memory; renders nothing without one. It is known only once the journal is open, and no space is reserved, so
 * it belongs where nothing below it is in sight.
 */
export const Memory = (props: Omit<ComponentProps<typeof OpenedMemory>, 'vault'>) => (
  <WhenOpen lines={0}>{(vault) => <LateOpenedMemory vault={vault} {...props} />}</WhenOpen>
)
