'use client'
import { useRouter } from 'next/navigation'
import { useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { CancelButton, FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { RadioRow, Fieldset } from '@/components/ui/choice'
import { TextField } from '@/components/ui/text-field'
import { offerUndo } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { sendPause, sendResume } from '@/lib/rituals/device'
import { addDays, isDay, type Day } from '@/lib/time/day'
import { useRitualChange } from './use-ritual-change'

type RestingProps = Readonly<{
  id: string
  /** The current rest; null if there is none. */
  rest: Readonly<{ until: Day | null }> | null
  today: Day
}>

/** Lets a ritual rest, without an end or until a day, or takes it up again. Both have an undo. */
export function Resting({ id, rest, today }: RestingProps) {
  const t = useTranslations(ritualsMessages)
  const router = useRouter()
  const form = useFormInPlace()
  const { run, busy } = useRitualChange()
  const put = (next: RestingProps['rest'], before: RestingProps['rest']) =>
    run(async () => {
      await (next ? sendPause(browserDevice(), id, next.until) : sendResume(browserDevice(), id))
      form.close()
      router.refresh()
      offerUndo({ text: t(next ? 'rest.toast' : 'rest.takenToast'), undo: () => put(before, next) })
    })
  if (rest)
    return (
      <Button size="small" busy={busy} onClick={() => put(null, rest)}>
        {t('rest.takeUp')}
      </Button>
    )
  return (
    <>
      <FormInPlace form={form}>
        <HowLong today={today} busy={busy} onRest={(until) => put({ until }, null)} />
      </FormInPlace>
      {form.openAt === null ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="small" onClick={() => form.open()}>
            {t('rest.rest')}
          </Button>
          <p className="text-small text-ink-3">{t('rest.hint')}</p>
        </div>
      ) : null}
    </>
  )
}

type HowLongProps = Readonly<{ today: Day; busy: boolean; onRest: (until: Day | null) => void }>

function HowLong({ today, busy, onRest }: HowLongProps) {
  const t = useTranslations(ritualsMessages)
  const tomorrow = addDays(today, 1)
  const [untilADay, setUntilADay] = useState(false)
  const [day, setDay] = useState<string>(addDays(today, 14))
  const [missing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!untilADay) return onRest(null)
    if (!isDay(day) || day < tomorrow || day > '2199-12-31') return setMissing(true)
    onRest(day)
  }
  return (
    <form noValidate onSubmit={submit} className="mb-4 w-full">
      <Fieldset legend={t('rest.how')}>
        <RadioRow
          name="rest"
          label={t('rest.forNow')}
          checked={!untilADay}
          autoFocus
          onChange={() => setUntilADay(false)}
        />
        <RadioRow name="rest" label={t('rest.until')} checked={untilADay} onChange={() => setUntilADay(true)} />
      </Fieldset>
      {untilADay ? (
        <TextField
          id="rest-until"
          type="date"
          label={t('rest.day')}
          error={missing ? t('rest.dayMissing') : undefined}
          min={tomorrow}
          max="2199-12-31"
          value={day}
          className="mt-4 max-w-[15em]"
          onChange={(event) => setDay(event.target.value)}
        />
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button type="submit" size="small" busy={busy} busyLabel={t('rest.submitting')}>
          {t('rest.submit')}
        </Button>
        <CancelButton>{t('rest.cancel')}</CancelButton>
      </div>
    </form>
  )
}
