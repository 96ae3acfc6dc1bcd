'use client'
import { useRouter } from 'next/navigation'
import { FailureNotice } from '@/components/device/failure-notice'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/hydrated'
import { useAction } from '@/components/ui/use-action'
import { useMark } from '@/components/ui/use-mark'
import { changeMe } from '@/lib/accounts/contract'
import { browserDevice } from '@/lib/device/browser-device'
import { goByZone } from '@/lib/device/calendar'
import { setMark } from '@/lib/local-marks'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { cityOf } from '@/lib/time/city'
import { deviceZone, minutesAhead, type Zone } from '@/lib/time/zone'

type ZoneQuestionProps = Readonly<{ uid: string; zone: Zone; className?: string }>

/** Asks once whether the account should go by the days of the place that this device is in. */
export function ZoneQuestion(props: ZoneQuestionProps) {
  return useHydrated() ? <Question {...props} /> : null
}

function Question({ uid, zone, className }: ZoneQuestionProps) {
  const t = useTranslations(accountsMessages, 'zoneQuestion')
  const router = useRouter()
  const here = deviceZone()
  const answered = `zone-${here}:${uid}`
  const isAnswered = useMark(answered)
  const { run, busy, failure } = useAction(
    async () => {
      await browserDevice().call(changeMe, { zone: here })
      goByZone(here)
      router.refresh()
    },
    (error) => ({ error }),
  )
  if (isAnswered || minutesAhead(here, zone, browserDevice().present()) === 0) return null
  return (
    <section aria-label={t('label')} className={className}>
      <div className="border-y border-line py-3.5">
        <p>{t('ask', { city: cityOf(here) })}</p>
        <p className="mt-1 text-small text-ink-3">{t('now', { city: cityOf(zone) })}</p>
        <FailureNotice error={failure?.error} className="mt-2" />
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="small" busy={busy} busyLabel={t('saving')} onClick={run}>
            {t('yes', { city: cityOf(here) })}
          </Button>
          <Button size="small" variant="quiet" onClick={() => setMark(answered, true)}>
            {t('no', { city: cityOf(zone) })}
          </Button>
        </div>
      </div>
    </section>
  )
}
