'use client'
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import { useToday } from '@/components/people/use-today'
import { TypePicker } from '@/components/intimacy/type-picker'
import { LengthField } from '@/components/rituals/length-field'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { CancelButton } from '@/components/ui/form-in-place'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import { useAction } from '@/components/ui/use-action'
import type { Plan, PlanFields } from '@/lib/plans/contract'
import { elsewhereInWords, fieldInWords } from '@/lib/plans/in-words'
import { cityOf } from '@/lib/time/city'
import { isDay } from '@/lib/time/day'
import { isWallTime } from '@/lib/time/wall-time'
import { sameZone } from '@/lib/time/zone'
import type { ZonedPeople } from '@/components/people/two-times'
import { usePlanDraft } from './plan-draft'

/** What became of changes to a plan. `collides`: the partner changed the same fields. `failed`: why, in words. */
export type PlanSaveOutcome = 'saved' | 'collides' | Readonly<{ failed: string }>

type PlanEditorProps = ZonedPeople &
  Readonly<{
    plan: Plan
    save: (changes: Partial<PlanFields>) => Promise<PlanSaveOutcome>
    /** Called after it was saved. */
    close: () => void
    /** Whether the viewer took part. */
    mine: boolean
    /** Takes the viewer's mark back, without which the day can change. Null without a mark, and where none can be set again. */
    takeMarkBack: (() => Promise<void>) | null
    /**
     * While an item's form is open: with two forms, Cancel would not say what it cancels. What was typed stays.
     */
    hidden: boolean
  }>

/** The fields of a plan. What the partner changes meanwhile comes in beside what is typed. */
export function PlanEditor({ plan, save, close, mine, takeMarkBack, hidden, ...people }: PlanEditorProps) {
  const t = useTranslations(plansMessages)
  const id = useId()
  const { me, partner, locale } = people
  const { fields, set, merged, choose, notice, sent } = usePlanDraft(plan)
  const [failed, setFailed] = useState<Readonly<{ failed: string }> | null>(null)
  const { run, busy } = useAction(
    async (changes: Partial<PlanFields>) => {
      const saved = await save(changes)
      if (saved === 'saved') {
        sent()
        close()
      } else if (saved !== 'collides') setFailed(saved)
    },
    () => null, // `save` does not throw
  )
  const [attempts, setAttempts] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const oneOff = plan.ritualId === null
  const kept = plan.tookPart.length > 0
  const errors = {
    title: fields.title.trim() === '' ? t('edit.titleMissing') : undefined,
    day: kept || isDay(fields.plannedOn) ? undefined : t('edit.dayMissing'),
    time: !kept && fields.time === null && !oneOff ? t('edit.timeMissing') : undefined,
  }
  const gaps = Object.entries(errors).flatMap(([key, text]) => (text ? [{ id: `${id}-${key}`, text }] : []))
  const shown = (key: keyof typeof errors) => (attempts > 0 ? errors[key] : undefined)
  const reader = { locale, zone: me.zone, today: useToday() }
  const name = partner?.name ?? ''
  const elsewhere = isDay(fields.plannedOn) ? elsewhereInWords({ ...fields, zone: plan.zone }, people) : null

  /** Takes the mark back, and goes on in the day that it kept, or in the first field if the partner's mark keeps it too. */
  const freeDay = async (takeMarkBack: () => Promise<void>) => {
    await takeMarkBack()
    requestAnimationFrame(() => {
      const field = document.getElementById(`${id}-day`) ?? form.current?.querySelector('input')
      field?.focus()
    })
  }

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAttempts(attempts + 1)
    setFailed(null)
    if (busy || gaps.length > 0 || merged.collisions.length > 0) return
    const patch = kept ? changeableOnceKept(merged.patch) : merged.patch
    if (Object.keys(patch).length > 0) return run(patch)
    sent()
    close()
  }

  const title = failed
    ? failed.failed
    : attempts > 0 && merged.collisions.length > 0
      ? t('edit.choose')
      : attempts > 0 && gaps.length > 0
        ? gaps[0]?.text
        : null
  return (
    <form
      ref={form}
      hidden={hidden}
      noValidate
      onSubmit={submit}
      className="mt-3 grid grid-cols-1 gap-5 border-t border-line pt-4"
    >
      <ErrorSummary title={title} attempt={failed ?? attempts} />
      {notice}
      {merged.collisions.map((key) => (
        <div key={key} role="alert" className="rounded-field border border-line-strong px-4 py-3">
          <p>
            {t('edit.collides', {
              name,
              field: t(`fields.${key}`),
              now: fieldInWords(key, plan, reader),
              mine: fieldInWords(key, { ...plan, ...fields }, reader),
            })}
          </p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button size="small" onClick={() => choose(key, 'mine')}>
              {t('edit.mine')}
            </Button>
            <Button size="small" onClick={() => choose(key, 'theirs')}>
              {t('edit.theirs', { name })}
            </Button>
          </p>
        </div>
      ))}
      {oneOff ? (
        <TextField
          id={`${id}-title`}
          label={t('edit.title')}
          hint={t('edit.bothCan')}
          error={shown('title')}
          maxLength={120}
          value={fields.title}
          onChange={(event) => set('title', event.target.value)}
        />
      ) : null}
      <TextField
        id={`${id}-what`}
        label={t('edit.what')}
        hint={oneOff ? undefined : t('edit.bothCan')}
        maxLength={500}
        value={fields.what}
        onChange={(event) => set('what', event.target.value)}
      />
      <TextField
        id={`${id}-place`}
        label={t('edit.place')}
        maxLength={160}
        value={fields.place}
        onChange={(event) => set('place', event.target.value)}
      />
      {kept ? (
        <p className="text-small text-ink-2">
          {t('edit.kept', { who: whoTookPart(plan, mine), name })}{' '}
          {takeMarkBack ? (
            <Button variant="link" onClick={() => void freeDay(takeMarkBack)}>
              {t('edit.takeBack')}
            </Button>
          ) : null}
        </p>
      ) : (
        <div className="two-fields">
          <TextField
            id={`${id}-day`}
            type="date"
            label={t('edit.day')}
            error={shown('day')}
            max="2199-12-31"
            value={fields.plannedOn}
            onChange={(event) => set('plannedOn', event.target.value as PlanFields['plannedOn'])}
          />
          <TextField
            id={`${id}-time`}
            type="time"
            label={sameZone(plan.zone, me.zone) ? t('edit.time') : t('edit.timeIn', { city: cityOf(plan.zone) })}
            hint={elsewhere ?? (oneOff ? t('edit.timeNone') : undefined)}
            error={shown('time')}
            value={fields.time ?? ''}
            onChange={(event) => set('time', isWallTime(event.target.value) ? event.target.value : null)}
          />
        </div>
      )}
      {fields.time === null ? null : (
        <LengthField
          id={`${id}-length`}
          label={t('edit.length')}
          minutes={fields.minutes}
          locale={locale}
          onChange={(minutes) => set('minutes', minutes)}
        />
      )}
      {oneOff && !kept ? (
        <TypePicker
          id={`${id}-types`}
          legend={t('edit.feeds')}
          look="bar"
          value={fields.types}
          onChange={(types) => set('types', types)}
        />
      ) : null}
      <p className="flex flex-wrap gap-2">
        <SubmitButton size="small" busy={busy} busyLabel={t('edit.saving')}>
          {t('edit.save')}
        </SubmitButton>
        <CancelButton>{t('edit.cancel')}</CancelButton>
      </p>
    </form>
  )
}

const whoTookPart = ({ tookPart }: Plan, mine: boolean): 'you' | 'both' | 'other' =>
  tookPart.length > 1 ? 'both' : mine ? 'you' : 'other'

/** What of a change can be saved once somebody took part. */
const changeableOnceKept = ({
  plannedOn: _,
  time: __,
  types: ___,
  ...rest
}: Partial<PlanFields>): Partial<PlanFields> => rest
