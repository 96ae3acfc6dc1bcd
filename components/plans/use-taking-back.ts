'use client'
import { useFailure } from '@/components/device/use-failure'
import { offerUndo, showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { datesMessages } from '@/lib/messages/rooms/dates'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Plan } from '@/lib/plans/contract'
import { plansDevice } from '@/lib/plans/late'
import { failureOf } from './failure'

/**
 * Takes the viewer's mark back, and offers to undo it: how the plan felt to them comes back with the mark. `refresh`
 * shows the plan as it is after the undo. The returned function throws what the device throws.
 */
export function useTakingBack(
  { id, ritualId, onDate }: Pick<Plan, 'id' | 'ritualId' | 'onDate'>,
  refresh: () => void,
): () => Promise<void> {
  const t = useTranslations(datesMessages)
  const inWords = useFailure(failureOf)
  return async () => {
    const plan = { id, ritualId, onDate }
    const { felt } = await plansDevice.sendTookPart(browserDevice(), plan, false)
    const undo = () =>
      plansDevice
        .sendMarkBack(browserDevice(), plan, felt)
        .then(() => t('markBack'), inWords)
        .then((text) => {
          showToast({ text })
          refresh()
        })
    offerUndo({ text: t('takenBack'), undo: () => void undo() })
  }
}
