'use client'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { useFormDraft } from '@/components/device/use-form-draft'
import { SavingLine } from '@/components/device/saving-line'
import { TypePicker } from '@/components/intimacy/type-picker'
import { useMinute } from '@/components/people/use-minute'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { SubmitButton } from '@/components/ui/submit-button'
import { tabClock } from '@/lib/device/calendar'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MomentWho } from '@/lib/moments/contract'
import { firstDayFor } from '@/lib/moments/recent-days'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { formatShortDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { choicesIn, resolveDay, type ChosenDay } from './chosen-day'
import { DayChoice } from './day-choice'
import type { LoggedMoment } from './logged-moment'
import type { MomentPlace } from './moment-place'
import { takenBack } from './taken-back'
import { useLogging } from './use-logging'

const TYPES = 'moment-types'
const DAY = 'moment-day'

type MomentRestProps = Readonly<{
  vault: Vault
  /** The typed text, which the field around this holds. */
  words: string
  onWords: (words: string) => void
  /** Gets what the form does when it is sent. */
  submitRef: Ref<() => void>
  canClose: boolean
  onClose: () => void
  onLogged: (moment: LoggedMoment) => void
  /** Called when the moment was taken back, and its words are a draft again. */
  onBack: () => void
}> &
  MomentPlace

/** What is under the words of a moment: the types, who, the day, and Done. All of it fits above the keyboard of a phone. */
export function MomentRest({ vault, words, onWords, submitRef, canClose, onClose, ...props }: MomentRestProps) {
  const { coupleId, partnerName, zone, startedOn, locale, quiet } = props
  const t = useTranslations(momentsMessages)
  const box = useRef<HTMLDivElement>(null)
  const [begun] = useState(() => (takenBack.get()?.uid === vault.uid ? takenBack.get()?.moment : null))
  useEffect(() => takenBack.set(null), [])
  const [who, setWho] = useState<MomentWho>(begun?.who ?? 'me')
  const [types, setTypes] = useState<readonly IntimacyType[]>(begun?.types ?? [])
  const [choosesDay, setChoosesDay] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const draft = useWordsDraft(vault, coupleId, words, onWords)
  const { busy, failure, run } = useLogging(vault, { ...props, stays: canClose }, draft)

  // the form may be open over midnight
  const daysAt = (time: Date) => ({ first: firstDayFor(startedOn, time, zone), today: dayIn(time, zone) })
  const days = daysAt(useMinute(0))
  const [when, setWhen] = useState<ChosenDay>({
    choice: begun && begun.day !== days.today ? 'other' : 'today',
    other: begun?.day ?? '',
    since: null,
  })
  const day = resolveDay(when, days)
  const dayMissing = t('dayMissing', {
    first: formatShortDay(days.first, locale, days.today),
    last: formatShortDay(days.today, locale, days.today),
  })
  const missing = !hasTried ? null : types.length === 0 ? t('typesMissing') : null

  const send = () => {
    setHasTried(true)
    if (types.length === 0) return box.current?.querySelector('input')?.focus()
    // what is on the screen may be from before midnight: timers stop while a device sleeps
    const dayOfSaving = resolveDay(when, daysAt(tabClock.present()))
    if (dayOfSaving) run({ who, types, day: dayOfSaving, words: words.trim() })
    else setChoosesDay(true)
  }
  useImperativeHandle(submitRef, () => send)
  // On a phone the keyboard leaves little room, so the field goes to the top of what is left.
  useEffect(() => {
    const isNarrow = window.innerWidth < 700
    box.current?.closest('form')?.scrollIntoView({ block: isNarrow ? 'start' : 'nearest' })
  }, [])
  return (
    <div ref={box}>
      <div id={TYPES} className="mt-2">
        <TypePicker
          look="bar"
          hideLegend
          legend={t('types')}
          whileNone={t('chooseType')}
          value={types}
          onChange={setTypes}
        />
      </div>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Segmented
          label={t('who')}
          name="who"
          value={who}
          options={[
            { value: 'me', label: t('me') },
            { value: 'both', label: t('both') },
          ]}
          onChange={setWho}
        />
        {choicesIn(days).length > 1 ? (
          <Button
            variant="link"
            aria-expanded={choosesDay}
            aria-label={t('dayNow', { day: dayWord(day, days.today, locale, t) })}
            onClick={() => setChoosesDay(!choosesDay)}
          >
            {dayWord(day, days.today, locale, t)}
            <Icon icon="chevron-down" size={16} />
          </Button>
        ) : (
          <span className="text-small text-ink-2">{t('todayWord')}</span>
        )}
        <span className="ms-auto flex flex-wrap items-center gap-1">
          {canClose ? (
            <Button variant="quiet" size="small" onClick={onClose}>
              {t('notNow')}
            </Button>
          ) : null}
          <SubmitButton size="small" variant={quiet ? 'outline' : 'primary'} busy={busy} busyLabel={t('sending')}>
            {t('submit')}
          </SubmitButton>
        </span>
      </div>
      <div role="alert">
        {missing ? <FieldError>{missing}</FieldError> : null}
        {failure ? <FieldError>{failure}</FieldError> : null}
      </div>
      {choosesDay ? (
        <div className="mt-3">
          <DayChoice
            when={when}
            onChange={setWhen}
            days={days}
            locale={locale}
            error={hasTried && !day ? dayMissing : undefined}
            errorId={DAY}
          />
        </div>
      ) : null}
      <p className="mt-2 text-smallest text-ink-3">
        {who === 'me' ? t('meHint') : t('bothHint', { name: partnerName })}
      </p>
      <SavingLine draft={draft} />
    </div>
  )
}

const dayWord = (
  day: Day | null,
  today: Day,
  locale: string,
  t: (key: 'todayWord' | 'yesterdayWord' | 'anotherDayWord') => string,
): string =>
  day === today
    ? t('todayWord')
    : day === null
      ? t('anotherDayWord')
      : day === addDays(today, -1)
        ? t('yesterdayWord')
        : formatShortDay(day, locale, today)

/** Keeps the words of the field as a draft, and puts those of a stored one into an empty field. */
function useWordsDraft(vault: Vault, coupleId: string, words: string, onWords: (words: string) => void) {
  const { fields, saving, change, keep, done } = useFormDraft(
    vault,
    { key: `${coupleId}/moment`, page: '/moments/new' },
    { words: '' },
  )
  const known = useRef('')
  const found = fields.words
  useEffect(() => {
    if (words !== known.current) {
      known.current = words
      change('words', words)
    } else if (words === '' && found !== '') {
      known.current = found
      onWords(found)
    }
  })
  return { saving, keep, done }
}
