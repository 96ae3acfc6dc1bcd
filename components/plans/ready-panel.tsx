'use client'
import { useState } from 'react'
import { BothMarks, PartnerMark } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/hydrated'
import { Section } from '@/components/ui/page-heading'
import { showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { Problem } from '@/lib/http/problem'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import { sayReady } from '@/lib/plans/device'
import { failureOf } from './failure'
import type { LiveWeek } from './use-week'

type ReadyPanelProps = Readonly<{ live: LiveWeek; me: Partner; partner: Partner }>

/** "We're set", from each for the week as it stands. Who has not said so is not spoken of. */
export function ReadyPanel({ live: { week, change, show }, me, partner }: ReadyPanelProps) {
  const t = useTranslations(plansMessages)
  const hydrated = useHydrated()
  const [busy, setBusy] = useState(false)
  const said = (person: Partner) => week.ready.find(({ personId }) => personId === person.id)
  const [mine, theirs] = [said(me), said(partner)]
  const say = async (ready: boolean) => {
    setBusy(true)
    try {
      await change(async () => {
        show(await sayReady(browserDevice(), week, ready))
        return null
      })
    } catch (error) {
      showToast({
        text:
          error instanceof Problem && error.code === 'version-changed'
            ? t('ready.changed')
            : t(`failure.${failureOf(error)}`),
      })
    }
    setBusy(false)
  }
  const holds = Boolean(mine?.holds)
  return (
    <Section id="ready" title={t('ready.title')}>
      <div role="status" className="grid gap-1 empty:hidden">
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
                {t('ready.theirs', { name: partner.name })}
              </p>
            ) : null}
            {mine ? <p className="text-ink-2">{t('ready.stale')}</p> : null}
          </>
        )}
      </div>
      {holds ? (
        <Button variant="link" disabled={!hydrated} busy={busy} onClick={() => void say(false)}>
          {t('ready.back')}
        </Button>
      ) : (
        <>
          <Button variant="primary" disabled={!hydrated} busy={busy} className="mt-3" onClick={() => void say(true)}>
            {t('ready.ask')}
          </Button>
          <p className="mt-2 measure text-small text-ink-3">{t('ready.hint')}</p>
        </>
      )}
    </Section>
  )
}
