'use client'
import { useState, type ReactNode } from 'react'
import { FailureNotice } from '@/components/device/failure-notice'
import { useFailure } from '@/components/device/use-failure'
import { noteLogged, noteTakenBack } from '@/components/moments/logged-moments'
import { TypePicker } from '@/components/intimacy/type-picker'
import { useToday } from '@/components/people/use-today'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { offerUndo, showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { codeOf } from '@/lib/device/failures'
import type { Partner } from '@/lib/couples/people'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { letDayCount, removeMoment, type OpenedMoment } from '@/lib/moments/device'
import { isRecentOn } from '@/lib/moments/recent-days'
import type { Day } from '@/lib/time/day'
import { formatDay, formatList } from '@/lib/time/format'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { isDayCounted, noteDayCounted } from './just-finished'

type DayCountOfferProps = Readonly<{
  vault: Vault
  coupleId: string
  partner: Partner
  locale: string
  pageId: string
  day: Day
  types: readonly IntimacyType[]
  /** The other way on, beside it. */
  children: ReactNode
}>

const CHOICE = 'day-count-types'
// One function for every render: React calls a new ref callback again, which would take the focus back.
const focusLine = (line: HTMLElement | null) => line?.focus()
const focusChoice = (box: HTMLElement | null) => box?.querySelector<HTMLElement>(`#${CHOICE}`)?.focus()

/**
 * *Let the day count*: one tap logs a moment without words, and ten seconds undo it; without the tap nothing is sent. A
 * page without types asks for them first, in place.
 */
export function DayCountOffer(props: DayCountOfferProps) {
  const { partner, locale, day, types: fed, children } = props
  const { name } = partner
  const t = useTranslations(journalMessages, 'after')
  const inWords = useTranslations(intimacyMessages)
  const today = useToday()
  const [types, setTypes] = useState<readonly IntimacyType[]>(fed)
  const [isChoosing, setChoosing] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const isMissing = hasTried && types.length === 0
  const { state, isUndone, count, busy, error } = useDayCount(props)
  const isOffered = state === 'offered'
  const press = () => {
    if (types.length > 0) return count(types)
    if (!isChoosing) return setChoosing(true)
    setHasTried(true)
    document.getElementById(CHOICE)?.focus()
  }
  return (
    <section aria-label={t('on')} className="mt-6">
      {isOffered && isChoosing ? (
        <div ref={focusChoice} className="mb-4">
          <TypePicker
            id={CHOICE}
            look="bar"
            legend={t('whatFed')}
            error={isMissing ? t('offerChoose') : undefined}
            whileNone={isMissing ? '' : t('offerChoose')}
            value={types}
            onChange={setTypes}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2.5">
        {children}
        {isOffered ? (
          <Button autoFocus={isUndone} busy={busy} busyLabel={t('counting')} onClick={press}>
            {t('letCount')}
          </Button>
        ) : null}
      </div>
      <FailureNotice error={error} name={name} className="mt-3" />
      {state === 'early' ? null : isOffered ? (
        <p className="mt-3 text-small text-ink-3">
          {types.length === 0
            ? t('offerNoTypes', { name })
            : t('offerDetail', {
                name,
                day: formatDay(day, locale, today),
                types: formatList(
                  types.map((each) => inWords(each).toLowerCase()),
                  locale,
                ),
              })}
        </p>
      ) : (
        <p tabIndex={-1} ref={focusLine} className="mt-3 flex items-start gap-2 text-small text-ink-2">
          {state === 'counted' ? <Icon icon="check" size={16} className="mt-[0.125rem]" /> : null}
          {t(state === 'before' ? 'beforePairing' : 'counted')}
        </p>
      )}
    </section>
  )
}

/**
 * Lets the day count, with ten seconds to undo it. `before`: the day is before the two paired; `early`: it is too long
 * ago, which needs no words.
 */
function useDayCount({ vault, coupleId, partner: { name }, pageId, day }: DayCountOfferProps) {
  const today = useToday()
  const t = useTranslations(journalMessages, 'after')
  const again = useTranslations(failureMessages)('again')
  const describeFailure = useFailure()
  // a moment that was undone stays removed: to count once more it needs another id
  const [id, setId] = useState(randomUuid)
  const [state, setState] = useState<'offered' | 'counted' | 'before' | 'early'>(() =>
    isDayCounted(vault, pageId) ? 'counted' : isRecentOn(day, today) ? 'offered' : 'early',
  )
  const [isUndone, setUndone] = useState(false)

  const undo = async (moment: OpenedMoment) => {
    try {
      await removeMoment(browserDevice(), vault, moment)
      noteTakenBack(moment.id, true)
      noteLogged() // on Lately, if the person went there meanwhile
      setId(randomUuid())
      setUndone(true)
      setState('offered')
      showToast({ text: t('notCounted') })
    } catch (error) {
      showToast({ text: describeFailure(error, name), action: { label: again, run: () => void undo(moment) } })
    }
  }
  const { run, busy, failure } = useAction(
    async (types: readonly IntimacyType[]) => {
      const moment = await letDayCount(browserDevice(), vault, coupleId, { day, types, id })
      noteDayCounted(vault, pageId, moment.id)
      noteLogged()
      setState('counted')
      offerUndo({ text: t('countedShort'), undo: () => void undo(moment) })
    },
    (error) => {
      const code = codeOf(error)
      if (code !== 'day-before-pairing' && code !== 'day-out-of-range') return { error }
      setState(code === 'day-before-pairing' ? 'before' : 'early')
      return null
    },
  )
  return { state, isUndone, count: run, busy, error: failure?.error }
}
