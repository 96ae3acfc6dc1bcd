'use client'
import { useEffect } from 'react'
import { lockWhenLeft } from '@/components/device/lock-when-left'
import { RouteFocus } from '@/components/shell/route-focus'
import { NavigationProgress } from '@/components/ui/link'
import { Toasts } from '@/components/ui/toast'

/** Components that stay mounted across pages, and what *Hide* does on all of them. */
export function BesidePages() {
  useEffect(() => lockWhenLeft(), [])
  return (
    <>
      <NavigationProgress />
      <Toasts />
      <RouteFocus />
    </>
  )
}
