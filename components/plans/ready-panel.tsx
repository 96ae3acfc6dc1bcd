'use client'
import { useFailure } from '@/components/device/use-failure'
import { BothMarks, PartnerMark } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page-heading'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { failuresBy } from '@/lib/device/failures'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import { plansDevice } from '@/lib/plans/late'
import type { LiveWeek } from './use-week'

const failureOf = failuresBy(plansMessages, { 'version-changed': 'weekChanged' })

type ReadyPanelProps = Readonly<{ live: LiveWeek; me: Partner; partner: Partner }>

/** "We're set": who is set with the week as it is now. Nothing says who is not. */
export function ReadyPanel({ live: { week, change, show }, me, partner }: ReadyPanelProps) {
  const t = useTranslations(plansMessages)
  const readinessOf = (person: Partner) => week.ready.find(({ personId }) => personId === person.id)
  const [mine, theirs] = [readinessOf(me), readinessOf(partner)]
  const inWords = useFailure(failureOf)
  const { run, busy } = useAction(
    (ready: boolean) =>
      change(async () => {
        show(await plansDevice.sendReady(browserDevice(), week, ready))
        return null
      }),
    (error) => {
      showToast({ text: inWords(error, partner.name) })
      return null
    },
  )
  const holds = Boolean(mine?.holds)
  return (
    <Section id="ready" title={t('ready.title')}>
      <div role="status" className="grid grid-cols-1 gap-1 empty:hidden">
        {holds && theirs?.holds ? (
          <p className="flex items-center gap-2.5">
            <BothMarks />
            {t('ready.both')}
          </p>
        ) : holds ? (
          <p className="flex items-center gap-2.5">
            <PartnerMark slot={me.slot} />
            {t('ready.mine')}
          </p>
        ) : (
          <>
            {theirs?.holds ? (
              <p className="flex items-center gap-2.5">
                <PartnerMark slot={partner.slot} />
                <span className="min-w-0 wrap-anywhere">{t('ready.theirs', { name: partner.name })}</span>
              </p>
            ) : null}
            {mine ? <p className="text-ink-2">{t('ready.stale')}</p> : null}
          </>
        )}
      </div>
      {holds ? (
        <Button variant="link" busy={busy} onClick={() => run(false)}>
          {t('ready.back')}
        </Button>
      ) : (
        <>
          <Button variant="primary" busy={busy} className="mt-3" onClick={() => run(true)}>
            {t('ready.ask')}
          </Button>
          <p className="mt-2 text-small text-ink-3">{t('ready.hint')}</p>
        </>
      )}
    </Section>
  )
}
