'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { OpenedMoments } from './opened-moments'

const LateOpenedMoments = latePart(async () => (await import('./opened-moments')).OpenedMoments, { lines: 6 })

export type RecentMomentsProps = Omit<ComponentProps<typeof OpenedMoments>, 'vault'>

/** What the two logged last, with their words: the newest day first, and of one day what was logged last. */
export const RecentMoments = (props: RecentMomentsProps) => (
  <WhenOpen lines={6}>{(vault) => <LateOpenedMoments vault={vault} {...props} />}</WhenOpen>
)
