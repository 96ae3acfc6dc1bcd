'use client'
import { LockOnHide } from '@/components/device/lock-on-hide'
import { RouteFocus } from '@/components/shell/route-focus'
import { NavigationProgress } from '@/components/ui/link'
import { Toasts } from '@/components/ui/toast'

/** Components that stay mounted across pages. */
export const BesidePages = () => (
  <>
    <NavigationProgress />
    <Toasts />
    <RouteFocus />
    <LockOnHide />
  </>
)
