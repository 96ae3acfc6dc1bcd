'use client'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { MomentsInMonthProps } from './opened-moments-in-month'
import type { SharedInMonthProps } from './opened-shared-in-month'

const LateOpened = latePart(async () => (await import('./opened-shared-in-month')).OpenedSharedInMonth, { lines: 3 })

/** The pages that either person shared in a month, opened with the vault. */
export const SharedInMonth = (props: SharedInMonthProps) => (
  <WhenOpen lines={3}>{(vault) => <LateOpened vault={vault} {...props} />}</WhenOpen>
)

const LateMoments = latePart(async () => (await import('./opened-moments-in-month')).OpenedMomentsInMonth, { lines: 3 })

/** The moments of a month that were put into words, opened with the vault. */
export const MomentsInMonth = (props: MomentsInMonthProps) => (
  <WhenOpen lines={3}>{(vault) => <LateMoments vault={vault} {...props} />}</WhenOpen>
)
