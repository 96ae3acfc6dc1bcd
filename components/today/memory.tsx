'use client'
import type { ComponentProps } from 'react'
import { WhenOpen } from '@/components/device/when-open'
import { useLoaded } from '@/components/ui/use-loaded'
import { latePartOf } from '@/lib/device/late-functions'
import type { OpenedMemory } from './opened-memory'

const part = latePartOf(() => import('./opened-memory'))

type MemoryProps = Omit<ComponentProps<typeof OpenedMemory>, 'vault'>

/**
 * The day's memory; renders nothing without one. It is known only once the journal is open, and no space is reserved, so
 * it belongs where nothing below it is in sight.
 */
export const Memory = (props: MemoryProps) => (
  <WhenOpen lines={0} asks="never">
    {(vault) => <LateMemory vault={vault} {...props} />}
  </WhenOpen>
)

/** Where its code does not arrive there is no memory: unlike other late parts it says nothing. */
function LateMemory(props: ComponentProps<typeof OpenedMemory>) {
  const { value } = useLoaded('part', part)
  return value ? <value.OpenedMemory {...props} /> : null
}
