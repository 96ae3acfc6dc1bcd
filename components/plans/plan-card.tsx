'use client'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { hueOf } from '@/components/intimacy/hue'
import { TypeList } from '@/components/intimacy/type-mark'
import { useToday } from '@/components/people/use-today'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { TextLink } from '@/components/ui/links'
import { offerUndo, showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Plan, PlanFields } from '@/lib/plans/contract'
import { plansDevice } from '@/lib/plans/late'
import { canMarkPlan, isPastFor } from '@/lib/plans/planned-start'
import { fieldsOf } from '@/lib/plans/plan-fields'
import type { Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import { failureOf } from './failure'
import { LateChangeNote, LatePlanEditor } from './late-plan-parts'
import type { PlanSaveOutcome } from './plan-editor'
import { PlanItems } from './plan-items'
import { PlanTimes } from './plan-times'
import { TookPart } from './took-part'
import type { LiveWeek, PlanChangeNote } from './use-week'
import { useTakingBack } from './use-taking-back'

type PlanCardProps = Readonly<{
  plan: Plan
  note: PlanChangeNote | undefined
  coupleId: string
  me: Partner
  partner: Partner
  locale: string
  now: Date
  /** The day on which the two paired. */
  startedOn: Day
  change: LiveWeek['change']
  /** Keeps the plan in its place while its form is open. */
  hold: (plan: Plan, isOpen: boolean) => void
}>

/** A plan of the week. It is changed, moved and skipped in place, each with an undo. */
export function PlanCard({ plan, note, coupleId, me, partner, locale, now, startedOn, change, hold }: PlanCardProps) {
  const t = useTranslations(plansMessages)
  const inWords = useFailure(failureOf)
  const card = useRef<HTMLElement>(null)
  const focus = (part: string) => card.current?.querySelector<HTMLElement>(part)?.focus()
  const editor = useFormInPlace(() => focus('[data-change]'))
  const itemForm = useFormInPlace(() => focus('[data-add]'))
  const editing = editor.openAt !== null
  const holdPlan = useEffectEvent((isOpen: boolean) => hold(plan, isOpen))
  useEffect(() => {
    if (!editing) return
    holdPlan(true)
    return () => holdPlan(false)
  }, [editing])
  const people = { me, partner, locale }
  const today = useToday()
  const day = formatDay(plan.plannedOn, locale, today)
  const { title } = plan

  const save = async (base: Plan, changes: Partial<PlanFields>): Promise<{ saved: PlanSaveOutcome; now: Plan }> => {
    try {
      const now = await change(async () => {
        const kept = await plansDevice.savePlan(browserDevice(), coupleId, base, changes)
        return { ...kept.now, collides: kept.is === 'collides' }
      })
      return { saved: now.collides ? 'collides' : 'saved', now }
    } catch (error) {
      return { saved: { failed: inWords(error, partner.name) }, now: base }
    }
  }
  /** Saves changes, says so, and offers an undo. */
  const keep = async (changes: Partial<PlanFields>): Promise<PlanSaveOutcome> => {
    const before = fieldsOf(plan)
    const { saved, now: kept } = await save(plan, changes)
    if (saved !== 'saved') {
      // The form says it, if it is open.
      if (!editing)
        showToast({ text: saved === 'collides' ? t('card.notPutBack', { name: partner.name }) : saved.failed })
      return saved
    }
    const back = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof PlanFields]]))
    const undo = async () => {
      const undone = await save(kept, back)
      showToast({
        text:
          undone.saved === 'saved'
            ? t('card.undone')
            : undone.saved === 'collides'
              ? t('card.notUndone', { name: partner.name })
              : undone.saved.failed,
      })
    }
    // several may be offered at once, so each says of which plan it is
    const summary = changes.skipped
      ? t(plan.ritualId ? 'card.skippedToast' : 'card.calledOffToast', { title })
      : changes.plannedOn
        ? t('card.movedToast', { day: formatDay(changes.plannedOn, locale, today), title })
        : t('card.saved', { title: changes.title ?? title })
    offerUndo({ text: summary, undo: () => void undo() })
    return saved
  }
  const refetch = () => void change(() => Promise.resolve(null))
  const takeBack = useTakingBack(plan, refetch)
  const takeMarkBack = async () => {
    try {
      await change(async () => {
        await takeBack()
        return null
      })
    } catch (error) {
      showToast({ text: inWords(error, partner.name) })
    }
  }

  if (plan.skipped && !editing) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-4 px-4">
        <p className="text-small text-ink-3">{t(plan.ritualId ? 'card.skipped' : 'card.calledOff', { title })}</p>
        <Button
          variant="link"
          aria-label={t('card.bringBackOf', { title, day })}
          onClick={() => void keep({ skipped: false })}
        >
          {t('card.bringBack')}
        </Button>
      </div>
    )
  }
  const planned = plan.version > 0
  const canMark = canMarkPlan(plan, { zone: me.zone, now, startedOn })
  // of a day that is over, what is left is whether they took part
  const isPast = isPastFor(plan, me.zone, now)
  const [type] = plan.types
  const mine = plan.tookPart.includes(me.id)
  const theirs = plan.tookPart.includes(partner.id) ? t('card.theyTookPart', { name: partner.name }) : null
  return (
    <article
      ref={card}
      id={`plan-${plan.id}`}
      aria-label={title}
      className={classes(
        'scroll-mt-24 rounded-field px-4 py-3.5',
        type ? classes(hueOf[type], 'bg-hue-tint') : 'border border-line bg-surface',
      )}
    >
      {plan.kind === 'errand' ? (
        <p className="inline-flex items-center gap-1.5 text-smallest font-bold text-ink-2">
          <Icon icon="list-checks" size={15} />
          {t('card.errand')}
        </p>
      ) : null}
      <TypeList locale={locale} types={plan.types} size="small" />
      <h3 dir="auto" className="plan-title mt-0.5 mb-1 wrap-anywhere">
        {plan.ritualId ? (
          <Link
            href={`/rituals/${plan.ritualId}`}
            className="reach-heading hover:underline hover:decoration-1 hover:underline-offset-4"
          >
            {title}
          </Link>
        ) : (
          title
        )}
      </h3>
      <PlanTimes plan={plan} {...people} />
      {plan.ritualId !== null && plan.onDate !== plan.plannedOn ? (
        <p className="mt-1 text-small text-ink-2">
          {t('card.movedHere', { day: formatDay(plan.onDate, locale, today) })}
        </p>
      ) : null}
      {plan.what ? (
        <p dir="auto" className="mt-2 wrap-anywhere">
          {plan.what}
        </p>
      ) : null}
      {plan.place ? (
        <p className="mt-1 flex items-start gap-2 text-ink-2">
          <Icon icon="map-pin" size={16} className="mt-[0.25rem]" />
          <span dir="auto" className="min-w-0 wrap-anywhere">
            {plan.place}
          </span>
        </p>
      ) : null}
      {note && !editing ? (
        <LateChangeNote
          note={note}
          plan={plan}
          partnerName={partner.name}
          zone={me.zone}
          locale={locale}
          putBack={(fields) => void keep(fields)}
        />
      ) : null}
      <PlanItems
        plan={plan}
        coupleId={coupleId}
        me={me}
        partner={partner}
        change={change}
        editing={editing}
        form={itemForm}
      />
      <FormInPlace form={editor}>
        <LatePlanEditor
          hidden={itemForm.openAt !== null}
          plan={plan}
          save={keep}
          close={editor.close}
          mine={mine}
          takeMarkBack={mine && canMark ? takeMarkBack : null}
          {...people}
        />
      </FormInPlace>
      {editing ? null : (
        // a link has room for a thumb around its words, a button has none
        <div className="-mb-2.5 mt-2 flex flex-wrap items-center gap-x-5 empty:hidden has-[>.button-outline]:mb-0">
          {mine || canMark ? (
            <TookPart plan={plan} tookPart={mine} theirs={theirs} day={day} canMarkAgain={canMark} kept={refetch} />
          ) : (
            theirs
          )}
          {mine ? (
            <TextLink alone href={`/plans/${plan.id}`} aria-label={t('one.howOf', { title, day })}>
              {t('one.how')}
            </TextLink>
          ) : null}
          {isPast ? null : (
            <Button
              data-change
              variant="link"
              aria-label={t(planned ? 'card.changeOf' : 'card.planItOf', { title, day })}
              onClick={() => editor.open()}
            >
              {t(planned ? 'card.change' : 'card.planIt')}
            </Button>
          )}
          {plan.tookPart.length === 0 && !isPast ? (
            <Button
              variant="link"
              aria-label={t(plan.ritualId ? 'card.skipOf' : 'card.callOffOf', { title, day })}
              onClick={() => void keep({ skipped: true })}
            >
              {t(plan.ritualId ? 'card.skip' : 'card.callOff')}
            </Button>
          ) : null}
        </div>
      )}
    </article>
  )
}
