'use client'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { ComponentProps } from 'react'
import type { OpenedLastTime } from './opened-last-time'

/** About as many lines of text as it has. */
const LINES = 5

const LateOpenedLastTime = latePart(async () => (await import('./opened-last-time')).OpenedLastTime, {
  lines: LINES,
})

/** The lines of the last time that somebody remembered a ritual by. Holds their place. */
export const LastTime = (props: Omit<ComponentProps<typeof OpenedLastTime>, 'vault'>) => (
  <WhenOpen lines={LINES} className="mt-8">
    {(vault) => <LateOpenedLastTime vault={vault} {...props} />}
  </WhenOpen>
)
