'use client'
import { useState } from 'react'
import { FailureNotice } from '@/components/device/failure-notice'
import { TypePicker } from '@/components/intimacy/type-picker'
import { useToday } from '@/components/people/use-today'
import { Button } from '@/components/ui/button'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { codeOf } from '@/lib/device/failures'
import type { Partner } from '@/lib/couples/people'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { letDayCount } from '@/lib/moments/device'
import type { Day } from '@/lib/time/day'
import { formatDay, formatList } from '@/lib/time/format'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'

type DayCountOfferProps = Readonly<{
  vault: Vault
  coupleId: string
  partner: Partner
  locale: string
  day: Day
  types: readonly IntimacyType[]
}>

/** "Only you. Let the day count on Lately, without words?" One tap logs a moment; without it nothing is sent. */
export function DayCountOffer({ vault, coupleId, partner: { name }, locale, day, types: fed }: DayCountOfferProps) {
  const t = useTranslations(journalMessages, 'after')
  const today = useToday()
  const type = useTranslations(intimacyMessages)
  const [types, setTypes] = useState<readonly IntimacyType[]>(fed)
  const [id] = useState(randomUuid)
  const [state, setState] = useState<'offered' | 'counted' | 'before' | 'declined'>('offered')
  const { run, busy, failure } = useAction(
    async () => {
      await letDayCount(browserDevice(), vault, coupleId, { day, types, id })
      setState('counted')
    },
    (error) => {
      if (codeOf(error) !== 'day-before-pairing') return { error }
      setState('before')
      return null
    },
  )
  if (state === 'declined') return null
  if (state === 'counted' || state === 'before')
    return (
      <p role="status" className="mt-6 border-y border-line py-4">
        {t(state === 'before' ? 'beforePairing' : 'counted')}
      </p>
    )
  return (
    <section className="mt-6 border-y border-line py-5">
      <h2 className="type-lede max-w-[24em]">{t('offer')}</h2>
      <p className="mt-1.5 measure text-small text-ink-3">
        {types.length === 0
          ? t('offerNoTypes', { name })
          : t('offerDetail', {
              name,
              day: formatDay(day, locale, today),
              types: formatList(
                types.map((each) => type(each).toLowerCase()),
                locale,
              ),
            })}
      </p>
      {fed.length === 0 ? (
        <TypePicker
          className="mt-3"
          look="bar"
          hideLegend
          whileNone={t('offerChoose')}
          value={types}
          onChange={setTypes}
        />
      ) : null}
      <FailureNotice error={failure?.error} name={name} className="mt-2" />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="small" disabled={types.length === 0} busy={busy} busyLabel={t('counting')} onClick={run}>
          {t('letCount')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setState('declined')}>
          {t('not')}
        </Button>
      </div>
    </section>
  )
}
