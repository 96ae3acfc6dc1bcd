'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { OpenedMoments } from './opened-moments'

const LateOpenedMoments = latePart(async () => (await import('./opened-moments')).OpenedMoments, { lines: 6 })

export type RecentMomentsProps = Omit<ComponentProps<typeof OpenedMoments>, 'vault'>

/** The couple's latest moments with their text: the newest day first, and within a day the latest logged first. */
export const RecentMoments = (props: RecentMomentsProps) => (
  <WhenOpen lines={6}>{(vault) => <LateOpenedMoments vault={vault} {...props} />}</WhenOpen>
)
