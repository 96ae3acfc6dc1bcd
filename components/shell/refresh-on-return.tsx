'use client'
import { useRouter } from 'next/navigation'
import { useOnReturn } from '@/components/ui/use-on-return'

/** `getHealth`, without its contract: the frame of every page carries no shapes. */
const HEALTH = '/api/health'

/**
 * Loads the page again when it comes to the front, so that it shows what the partner did meanwhile, and the day that it is now. Not while
 * somebody is in a field. Where the server does not answer the page stays as it is: a refresh that fails would leave it.
 */
export function RefreshOnReturn() {
  const router = useRouter()
  useOnReturn(() => {
    if (document.activeElement?.matches('input, textarea, select')) return
    fetch(HEALTH, { cache: 'no-store' }).then(
      ({ ok }) => {
        if (ok) router.refresh()
      },
      () => {},
    )
  })
  return null
}
