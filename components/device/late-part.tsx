'use client'
import type { ComponentType, ReactNode } from 'react'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { latePartOf } from '@/lib/device/late-functions'
import { FailureNotice } from './failure-notice'

/**
 * Makes a component whose code is loaded when it is first rendered, or before (`loadAhead`). Meanwhile it holds the
 * place of `lines` lines of text, or `waiting` is shown in it. If the code does not load, it shows the failure and a retry. Never rendered on the
 * server.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { lines = 3, waiting = null }: Readonly<{ lines?: number; waiting?: ReactNode }> = {},
): ComponentType<Props> {
  const part = latePartOf(load)
  let Loaded: ComponentType<Props> | null = null
  const loadPart = async () => {
    Loaded = await part()
    return true
  }
  return function LatePart(props: Props) {
    const { error, again } = useLoaded('part', loadPart)
    if (Loaded) return <Loaded {...props} />
    if (error) return <FailureNotice error={error} onAgain={again} />
    return waiting ?? (lines > 0 ? <Skeleton lines={lines} /> : null)
  }
}
