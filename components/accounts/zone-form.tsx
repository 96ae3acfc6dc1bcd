'use client'
import { useRouter } from 'next/navigation'
import { FailureNotice } from '@/components/device/failure-notice'
import { Button } from '@/components/ui/button'
import { useAction } from '@/components/ui/use-action'
import { changeMe } from '@/lib/accounts/contract'
import { browserDevice } from '@/lib/device/browser-device'
import { goByZone } from '@/lib/device/calendar'
import { setMark } from '@/lib/local-marks'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { cityOf } from '@/lib/time/city'
import type { Zone } from '@/lib/time/zone'

type ZoneFormProps = Readonly<{
  /** The zone that the device reports. */
  here: Zone
  zone: Zone
  /** The mark that says that the question was answered. */
  mark: string
}>

/** "You seem to be in Los Angeles: use its days?" */
export function ZoneForm({ here, zone, mark }: ZoneFormProps) {
  const t = useTranslations(accountsMessages, 'zoneQuestion')
  const router = useRouter()
  const { run, busy, failure } = useAction(
    async () => {
      await browserDevice().call(changeMe, { zone: here })
      goByZone(here)
      router.refresh()
    },
    (error) => ({ error }),
  )
  return (
    <section aria-label={t('label')} className="border-y border-line py-3.5">
      <p>{t('ask', { city: cityOf(here) })}</p>
      <p className="mt-1 text-small text-ink-3">{t('now', { city: cityOf(zone) })}</p>
      <FailureNotice error={failure?.error} className="mt-2" />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" busy={busy} busyLabel={t('saving')} onClick={run}>
          {t('yes', { city: cityOf(here) })}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setMark(mark, true)}>
          {t('no', { city: cityOf(zone) })}
        </Button>
      </div>
    </section>
  )
}
