'use client'
import { useFailure } from '@/components/device/use-failure'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'

/** Runs a change of a ritual, or its undo. Its failure is a toast, as the page may have been left. */
export function useRitualChange() {
  const inWords = useFailure()
  return useAction(
    (work: () => Promise<void>) => work(),
    (error) => {
      showToast({ text: inWords(error) })
      return null
    },
  )
}
