'use client'
import type { ComponentProps } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import type { OpenedOwnWeek } from './opened-own-week'

const LateOpenedOwnWeek = latePart(async () => (await import('./opened-own-week')).OpenedOwnWeek, { lines: 9 })

/** The days of a week with one's own pages, opened with the vault. */
export const OwnWeek = (props: Omit<ComponentProps<typeof OpenedOwnWeek>, 'vault'>) => (
  // as tall as a screen, so that the footer does not move in sight
  <div className="min-h-[70dvh]">
    <WhenOpen lines={9}>{(vault) => <LateOpenedOwnWeek vault={vault} {...props} />}</WhenOpen>
  </div>
)
