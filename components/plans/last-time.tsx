'use client'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { ComponentProps } from 'react'
import type { OpenedLastTime } from './opened-last-time'

const LateOpenedLastTime = latePart(async () => (await import('./opened-last-time')).OpenedLastTime, { lines: 0 })

/** The lines of the last time that somebody remembered a ritual by; renders nothing where there are none. */
export const LastTime = (props: Omit<ComponentProps<typeof OpenedLastTime>, 'vault'>) => (
  <WhenOpen lines={0}>{(vault) => <LateOpenedLastTime vault={vault} {...props} />}</WhenOpen>
)
