'use client'
import { latePart } from '@/components/device/late-part'

/** `AfterDone`, with code that is loaded while the page is written. */
export const LateAfterDone = latePart(async () => (await import('./after-done')).AfterDone)
