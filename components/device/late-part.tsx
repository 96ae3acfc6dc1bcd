'use client'
import type { ComponentType } from 'react'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { latePartOf } from '@/lib/device/late-functions'
import { FailureNotice } from './failure-notice'

/**
 * A component whose code is loaded when it is first drawn, or ahead of that (`loadAhead`). It holds the place of so many `lines` of text
 * meanwhile; where the code does not arrive it says so and offers to try again. Never drawn on the server.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { lines = 3 }: Readonly<{ lines?: number }> = {},
): ComponentType<Props> {
  const part = latePartOf(load)
  let Loaded: ComponentType<Props> | null = null
  const ask = async () => {
    Loaded = await part()
    return true
  }
  return function LatePart(props: Props) {
    const { error, again } = useLoaded('part', ask)
    if (Loaded) return <Loaded {...props} />
    if (error) return <FailureNotice error={error} onAgain={again} />
    return lines > 0 ? <Skeleton lines={lines} /> : null
  }
}
