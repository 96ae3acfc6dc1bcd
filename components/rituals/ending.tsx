'use client'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { offerUndo, showToast } from '@/components/ui/toast'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { sendEnded } from '@/lib/rituals/device'
import { useRitualChange } from './use-ritual-change'

/** Ends a ritual or withdraws a proposal at once. The undo stays when the page is left. */
export function Ending({ id, withdraws }: { id: string; withdraws: boolean }) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const leaveFor = useLeaveFor()
  const { run, busy } = useRitualChange()
  const put = (ended: boolean) =>
    run(async () => {
      await sendEnded(browserDevice(), id, ended)
      if (ended) leaveFor('/rituals')
      router.refresh()
      if (ended) offerUndo({ text: t(withdraws ? 'one.withdrawnToast' : 'one.endedToast'), undo: () => put(false) })
      else showToast({ text: t('one.backToast') })
    })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button size="small" busy={busy} onClick={() => put(true)}>
        {t(withdraws ? 'one.withdraw' : 'one.end')}
      </Button>
      <p className="text-small text-ink-3">{t(withdraws ? 'one.withdrawHint' : 'one.endHint')}</p>
    </div>
  )
}
