'use client'
import { useRouter } from 'next/navigation'
import { FailureNotice } from '@/components/device/failure-notice'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/hydrated'
import { useAction } from '@/components/ui/use-action'
import { useMark } from '@/components/ui/use-mark'
import { zoneDevice } from '@/lib/accounts/late'
import { browserDevice } from '@/lib/device/browser-device'
import { tabClock } from '@/lib/device/calendar'
import { setMark } from '@/lib/local-marks'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import { cityOf } from '@/lib/time/city'
import { deviceZone, minutesAhead, type Zone } from '@/lib/time/zone'

type ZoneQuestionProps = Readonly<{
  uid: string
  zone: Zone
  /** When the server drew the page, in ms. */
  serverNow: number
  locale: string
  /** The nonce of the page's scripts. */
  nonce: string
}>

/** Stands for the city of this device in what the server draws. */
const HERE = '{here}'

/**
 * Asks once whether the account should go by the days of the place that this device is in. Only this browser knows that
 * place, so a script shows the question and names the city before anything is painted: nothing moves when React runs.
 */
export function ZoneQuestion({ uid, zone, serverNow, locale, nonce }: ZoneQuestionProps) {
  const t = translate(locale, todayMessages, 'zone')
  const router = useRouter()
  const here = useHydrated() ? deviceZone() : null
  const answered = `zone-${here ?? ''}:${uid}`
  const isAnswered = useMark(answered)
  const { run, busy, failure } = useAction(
    async (next: Zone) => {
      await zoneDevice.sendZone(browserDevice(), next)
      router.refresh()
    },
    (error) => ({ error }),
  )
  const asks = here !== null && !isAnswered && minutesAhead(here, zone, tabClock.present()) !== 0
  if (here !== null && !asks) return null
  const city = here === null ? HERE : cityOf(here)
  return (
    <>
      <section
        id="zone"
        aria-label={t('label')}
        hidden={!asks}
        suppressHydrationWarning
        className="no-print mt-5 border-y border-line py-3.5"
      >
        <p data-here="" suppressHydrationWarning>
          {t('ask', { city })}
        </p>
        <p className="mt-1 text-small text-ink-3">{t('now', { city: cityOf(zone) })}</p>
        <FailureNotice error={failure?.error} className="mt-2" />
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="small" busy={busy} busyLabel={t('saving')} onClick={() => here && run(here)}>
            <span data-here="" suppressHydrationWarning>
              {t('yes', { city })}
            </span>
          </Button>
          <Button size="small" variant="quiet" onClick={() => setMark(answered, true)}>
            {t('no', { city: cityOf(zone) })}
          </Button>
        </div>
      </section>
      {here === null ? (
        <script nonce={nonce} suppressHydrationWarning>
          {askingScript(zone, uid, serverNow)}
        </script>
      ) : null}
    </>
  )
}

/** Before the first paint: shows the question where this device's clock is another than the account's, unless it was answered here. */
function askingScript(zone: Zone, uid: string, serverNow: number): string {
  return `(function(z,u,n){try{var h=Intl.DateTimeFormat().resolvedOptions().timeZone,e=document.getElementById('zone'),
c=function(y){return new Date(n).toLocaleString('en',{timeZone:y})};if(!e||c(h)===c(z)||(' '+localStorage.getItem('fivefold-marks')+' ').indexOf(' zone-'+h+':'+u+' ')>=0)return;
e.querySelectorAll('[data-here]').forEach(function(t){t.textContent=t.textContent.replace('${HERE}',h.split('/').pop().replace(/_/g,' '))});e.hidden=false}catch(x){}})(${JSON.stringify(zone)},${JSON.stringify(uid)},${serverNow})`
}
