'use client'
import { useState, type SubmitEvent } from 'react'
import { TypePicker } from '@/components/intimacy/type-picker'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Fieldset } from '@/components/ui/choice'
import { FieldError } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { useFailure } from '@/components/device/use-failure'
import { useMinute } from '@/components/people/use-minute'
import { browserDevice } from '@/lib/device/browser-device'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MomentWho } from '@/lib/moments/contract'
import { tabClock } from '@/lib/device/calendar'
import { firstDayFor } from '@/lib/moments/recent-days'
import { makeMomentLogger, type MomentLogger } from '@/lib/moments/moment-logger'
import { dayIn, type Day } from '@/lib/time/day'
import { formatShortDay } from '@/lib/time/format'
import type { Zone } from '@/lib/time/zone'
import type { Vault } from '@/lib/vault/vault'
import { resolveDay, type ChosenDay } from './chosen-day'
import { DayChoice } from './day-choice'
import { failureOf } from './failure'

export type MomentFormProps = Readonly<{
  coupleId: string
  partnerName: string
  zone: Zone
  /** The day on which the two paired. */
  startedOn: Day
  locale: string
}>

const TYPES = 'moment-types'
const DAY = 'moment-day'

type MomentWordsProps = Readonly<{
  vault: Vault
  /** The typed text, which the component around the form stores as a draft. */
  words: string
  onWords: (words: string) => void
}> &
  MomentFormEnd

/** What is done with the stored text after a moment was logged, or was not. */
type MomentFormEnd = Readonly<{ onLogged: () => Promise<unknown>; onFailed: () => Promise<unknown> }>

/**
 * Logs a moment, then goes to Lately. The text stays in the form until the server has it. Its day is the day of saving,
 * unless the person chose one.
 */
export function MomentForm({
  vault,
  coupleId,
  partnerName,
  zone,
  startedOn,
  locale,
  words,
  onWords,
  ...end
}: MomentFormProps & MomentWordsProps) {
  const t = useTranslations(momentsMessages)
  const [who, setWho] = useState<MomentWho>('me')
  const [types, setTypes] = useState<readonly IntimacyType[]>([])
  const [when, setWhen] = useState<ChosenDay>({ choice: 'today', other: '', since: null })
  const [tries, setTries] = useState(0)
  const { busy, failure, run } = useSending(coupleId, partnerName, end)

  // the form may be open over midnight
  const daysAt = (time: Date) => ({ first: firstDayFor(startedOn, time, zone), today: dayIn(time, zone) })
  const days = daysAt(useMinute(0))
  const day = resolveDay(when, days)
  const typesMissing = tries > 0 && types.length === 0 ? t('typesMissing') : undefined
  const dayMissing =
    tries > 0 && !day
      ? t('dayMissing', {
          first: formatShortDay(days.first, locale, days.today),
          last: formatShortDay(days.today, locale, days.today),
        })
      : undefined
  const missing = [
    ...(typesMissing ? [{ id: TYPES, text: typesMissing }] : []),
    ...(dayMissing ? [{ id: DAY, text: dayMissing }] : []),
  ]

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    // what is on the screen may be from before midnight: timers stop while a device sleeps
    const dayOfSaving = resolveDay(when, daysAt(tabClock.present()))
    if (dayOfSaving && types.length > 0) run(vault, { who, types, day: dayOfSaving, words: words.trim() })
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="space-y-7">
      <ErrorSummary title={missing.length > 0 ? t('missing') : failure} fields={missing} attempt={tries} />
      <Fieldset legend={t('who')}>
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
        <p className="mt-2 text-small text-ink-3">
          {who === 'me' ? t('meHint') : t('bothHint', { name: partnerName })}
        </p>
      </Fieldset>
      <div id={TYPES} tabIndex={-1}>
        <TypePicker value={types} onChange={setTypes} legend={t('types')} />
        {typesMissing ? <FieldError>{typesMissing}</FieldError> : null}
      </div>
      <DayChoice when={when} onChange={setWhen} days={days} locale={locale} error={dayMissing} errorId={DAY} />
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        placeholder={t('wordsPlaceholder')}
        rows={2}
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <FlowFooter>
        <SubmitButton busy={busy} busyLabel={t('sending')}>
          {t('submit')}
        </SubmitButton>
      </FlowFooter>
    </form>
  )
}

/** Sends the moment. Every retry uses the same logger, so that a lost answer makes no second moment. */
function useSending(coupleId: string, partnerName: string, { onLogged, onFailed }: MomentFormEnd) {
  const t = useTranslations(momentsMessages)
  const leaveFor = useLeaveFor()
  const describeFailure = useFailure(failureOf)
  const [logger] = useState((): { log: MomentLogger | null } => ({ log: null }))
  return useAction(
    async (...moment: Parameters<MomentLogger>) => {
      try {
        logger.log ??= makeMomentLogger(browserDevice(), coupleId)
        await logger.log(...moment)
        await onLogged()
        leaveFor('/lately')
        showToast({ text: t('logged') })
      } catch (error) {
        await onFailed()
        throw error
      }
    },
    (error) => describeFailure(error, partnerName),
    { leaves: true },
  )
}
