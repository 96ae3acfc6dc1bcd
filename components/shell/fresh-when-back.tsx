'use client'
import { useRouter } from 'next/navigation'
import { useComingBack } from '@/components/ui/use-coming-back'
import { browserDevice } from '@/lib/device/browser-device'
import { getHealth } from '@/lib/openapi/contract'

/**
 * Asks for the page anew when it comes to the front, so that what the other did meanwhile, and what the day has become, stand there.
 * Not while somebody is in a field. Where this home can't be reached the page stays as it is: a refresh that fails would leave it.
 */
export function FreshWhenBack() {
  const router = useRouter()
  useComingBack(() => {
    if (document.activeElement?.matches('input, textarea, select')) return
    browserDevice()
      .call(getHealth, {})
      .then(
        () => router.refresh(),
        () => {},
      )
  })
  return null
}
