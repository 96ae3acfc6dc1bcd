'use client'
import { useRouter } from 'next/navigation'
import { useOnReturn } from '@/components/ui/use-on-return'

/** The path of `getHealth`. Importing its contract would add zod to the scripts of every page. */
const HEALTH = '/api/health'

/**
 * Refreshes the page when it becomes visible again, so that it shows what the partner did meanwhile, and today's date.
 * Not while a field has focus. Where the server does not answer, the page stays as it is: a refresh that fails would
 * replace it by an error.
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
