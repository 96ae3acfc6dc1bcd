'use client'
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import { TypePicker } from '@/components/intimacy/type-picker'
import { useFailure } from '@/components/device/use-failure'
import type { ZonedPeople } from '@/components/people/two-times'
import { LengthField } from '@/components/rituals/length-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { CancelButton } from '@/components/ui/form-in-place'
import { Segmented } from '@/components/ui/segmented'
import { SubmitButton } from '@/components/ui/submit-button'
import { SelectField, TextField } from '@/components/ui/text-field'
import { offerUndo, showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { useUnsent } from '@/components/ui/use-unsent'
import { browserDevice } from '@/lib/device/browser-device'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Plan } from '@/lib/plans/contract'
import { addPlan, savePlan, type NewPlan } from '@/lib/plans/device'
import { elsewhereInWords } from '@/lib/plans/in-words'
import { cityOf } from '@/lib/time/city'
import { isDay, type Day } from '@/lib/time/day'
import { isWallTime } from '@/lib/time/wall-time'
import { sameZone } from '@/lib/time/zone'
import { failureOf } from './failure'
import type { LiveWeek } from './use-week'

type AddPlanProps = ZonedPeople &
  Readonly<{
    coupleId: string
    /** The day that is filled in; null for none. */
    on: Day | null
    change: LiveWeek['change']
    /** Called after it was saved. */
    close: () => void
  }>

type AddedFields = Pick<NewPlan, 'kind' | 'title' | 'minutes' | 'zone'> &
  Readonly<{ types: IntimacyType[]; day: string; time: string }>

const blank = { kind: 'together', title: '', time: '', minutes: 60, types: [] } satisfies Partial<AddedFields>

/** Adds a one-off for both people: time together or an errand, on any day. */
export function AddPlan({ coupleId, on, change, close, ...people }: AddPlanProps) {
  const t = useTranslations(plansMessages)
  const id = useId()
  const { me, partner } = people
  const unsent = useUnsent<AddedFields, string>(`new plan ${on}`, { ...blank, day: on ?? '', zone: me.zone }, () =>
    crypto.randomUUID(),
  )
  const { fields, change: set } = unsent
  const { kind, title, day, time, minutes, zone, types } = fields
  const [attempts, setAttempts] = useState(0)
  const inWords = useFailure(failureOf)
  /** Takes back what was added. The other may have seen it, so the week says that it is called off. */
  const callOff = async (added: Plan) => {
    try {
      const { title } = await change(
        async () => (await savePlan(browserDevice(), coupleId, added, { skipped: true })).now,
      )
      showToast({ text: t('card.calledOffToast', { title }) })
    } catch (error) {
      showToast({ text: inWords(error, partner?.name) })
    }
  }
  const { run, busy, failure, clear } = useAction(
    async (plan: NewPlan) => {
      const added = await change(() => addPlan(browserDevice(), coupleId, plan))
      unsent.sent()
      offerUndo({ text: t('add.added', { title: added.title }), undo: () => void callOff(added) })
      close()
    },
    (error) => inWords(error, partner?.name),
    { leaves: true },
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[type=text]')?.focus(), [])
  const untitled = title.trim() === ''
  const errors =
    attempts > 0
      ? { title: untitled ? t('edit.titleMissing') : undefined, day: isDay(day) ? undefined : t('edit.dayMissing') }
      : {}
  const elsewhere =
    isDay(day) && isWallTime(time) ? elsewhereInWords({ plannedOn: day, time, minutes, zone }, people) : null
  const hasTwoZones = partner !== null && !sameZone(me.zone, partner.zone)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (untitled || !isDay(day)) return clear()
    run({
      id: unsent.ids,
      kind,
      title: title.trim(),
      onDate: day,
      zone,
      time: isWallTime(time) ? time : null,
      minutes,
      types,
      what: '',
      place: '',
    })
  }

  const summary = failure ?? errors.title ?? errors.day ?? null
  return (
    <form
      ref={form}
      noValidate
      aria-label={t('add.heading')}
      onSubmit={submit}
      className="grid grid-cols-1 gap-5 rounded-field border border-line bg-surface px-4 py-4"
    >
      <ErrorSummary title={summary} attempt={attempts} />
      {unsent.notice}
      <Segmented
        label={t('add.kind')}
        name={`${id}-kind`}
        value={kind}
        options={[
          { value: 'together', label: t('add.together') },
          { value: 'errand', label: t('add.errand') },
        ]}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        id={`${id}-title`}
        type="text"
        label={t('edit.title')}
        hint={t('edit.bothCan')}
        error={errors.title}
        maxLength={120}
        value={title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <div className="two-fields">
        <TextField
          id={`${id}-day`}
          type="date"
          label={t('edit.day')}
          error={errors.day}
          max="2199-12-31"
          value={day}
          onChange={(event) => set({ day: event.target.value })}
        />
        <TextField
          id={`${id}-time`}
          type="time"
          label={t('edit.time')}
          hint={elsewhere ?? t('edit.timeNone')}
          value={time}
          onChange={(event) => set({ time: event.target.value })}
        />
      </div>
      {time ? (
        <div className="two-fields">
          <LengthField
            id={`${id}-length`}
            label={t('edit.length')}
            minutes={minutes}
            locale={people.locale}
            onChange={(minutes) => set({ minutes })}
          />
          {hasTwoZones ? (
            <SelectField
              id={`${id}-zone`}
              label={t('add.clock')}
              value={zone}
              onChange={(event) => set({ zone: event.target.value === partner.zone ? partner.zone : me.zone })}
            >
              <option value={me.zone}>{t('add.clockMine', { city: cityOf(me.zone) })}</option>
              <option value={partner.zone}>
                {t('add.clockPartner', { city: cityOf(partner.zone), name: partner.name })}
              </option>
            </SelectField>
          ) : null}
        </div>
      ) : null}
      <TypePicker
        id={`${id}-types`}
        legend={t('edit.feeds')}
        look="bar"
        value={types}
        onChange={(types) => set({ types })}
      />
      <p className="flex flex-wrap gap-2">
        <SubmitButton size="small" busy={busy} busyLabel={t('add.adding')}>
          {t('add.submit')}
        </SubmitButton>
        <CancelButton>{t('edit.cancel')}</CancelButton>
      </p>
    </form>
  )
}
