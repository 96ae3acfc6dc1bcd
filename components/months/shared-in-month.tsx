'use client'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { SharedInMonthProps } from './opened-shared-in-month'

const LateOpened = latePart(async () => (await import('./opened-shared-in-month')).OpenedSharedInMonth, { lines: 1 })

/** The pages that either person shared in a month, opened with the vault. */
export const SharedInMonth = (props: SharedInMonthProps) => (
  <WhenOpen lines={1}>{(vault) => <LateOpened vault={vault} {...props} />}</WhenOpen>
)
