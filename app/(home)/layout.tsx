import type { ReactNode } from 'react'
import { DeviceWatch } from '@/components/device/device-watch'

export default function HomeLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <DeviceWatch />
      {children}
    </>
  )
}
