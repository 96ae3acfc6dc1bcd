import type { ReactNode } from 'react'
import { DeviceWatch } from '@/components/accounts/device-watch'

export default function HomeLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <DeviceWatch />
      {children}
    </>
  )
}
