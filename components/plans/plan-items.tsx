'use client'
import { useState } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { PartnerMark } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import { FormInPlace, type FormInPlaceState } from '@/components/ui/form-in-place'
import { useHydrated } from '@/components/ui/hydrated'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/native'
import { offerUndo, showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Item, ItemFields, Plan } from '@/lib/plans/contract'
import { plansDevice } from '@/lib/plans/late'
import { failureOf } from './failure'
import { LateItemForm } from './late-plan-parts'
import type { LiveWeek } from './use-week'
import { NativeButton } from '@/components/ui/native-button'

/** The place of the form of a new item. */
const NEW_ITEM = 'new'

type PlanItemsProps = Readonly<{
  plan: Plan
  coupleId: string
  me: Partner
  partner: Partner
  change: LiveWeek['change']
  /** While the plan is edited, items are added and changed; else they are only ticked off. */
  editing: boolean
  /** The form of an item, at its id, or of a new one. */
  form: FormInPlaceState
}>

/** What to bring or do for a plan and who does it. Either ticks it off. */
export function PlanItems({ plan, coupleId, me, partner, change, editing, form }: PlanItemsProps) {
  const t = useTranslations(plansMessages)
  const inWords = useFailure(failureOf)
  const people = [me, partner]
  const add = async (fields: Pick<Item, 'text' | 'whoId'>, id: string): Promise<boolean> => {
    try {
      await change(() =>
        plansDevice.addItem(browserDevice(), coupleId, plan, { id, ...fields, done: false, removed: false }),
      )
      return true
    } catch (error) {
      showToast({ text: inWords(error, partner.name) })
      return false
    }
  }
  if (plan.items.length === 0 && !editing && form.openAt === null) return null
  return (
    <div className="mt-2">
      {plan.items.length > 0 ? (
        <ul aria-label={t('items.title')}>
          {plan.items.map((item) => (
            <ItemRow
              key={item.id}
              item={item}
              planId={plan.id}
              people={people}
              partnerName={partner.name}
              change={change}
              changeable={editing && form.openAt === null}
              form={form}
            />
          ))}
        </ul>
      ) : null}
      <FormInPlace form={form} at={NEW_ITEM}>
        <LateItemForm
          people={people}
          planId={plan.id}
          submit={t('items.save')}
          close={form.close}
          save={async (fields, id) => (await add(fields, id)) && 'again'}
        />
      </FormInPlace>
      {editing && form.openAt === null ? (
        <NativeButton
          data-add
          onClick={() => form.open(NEW_ITEM)}
          className="reach gap-1.5 text-small font-strong text-ink-2 hover:text-ink"
        >
          <Icon icon="plus" size={16} />
          {t('items.add')}
        </NativeButton>
      ) : null}
    </div>
  )
}

type ItemRowProps = Readonly<{
  item: Item
  planId: string
  people: readonly Partner[]
  partnerName: string
  change: LiveWeek['change']
  changeable: boolean
  form: FormInPlaceState
}>

function ItemRow({ item, planId, people, partnerName, change, changeable, form }: ItemRowProps) {
  const t = useTranslations(plansMessages)
  const hydrated = useHydrated()
  const inWords = useFailure(failureOf)
  // The last tick, until the week has it.
  const [changed, setChanged] = useState<{ was: boolean; now: boolean } | null>(null)
  const done = changed && changed.was === item.done ? changed.now : item.done
  const by = people.find(({ id }) => id === item.whoId)
  const save = async (changes: Partial<ItemFields>): Promise<boolean> => {
    try {
      const saved = await change(async () => {
        const kept = await plansDevice.saveItem(browserDevice(), planId, { ...item, removed: false }, changes)
        return { ...kept.now, collides: kept.is === 'collides' }
      })
      if (saved.collides) showToast({ text: t('items.collides', { name: partnerName, text: saved.text }) })
      else if (changes.removed) {
        const putBack = () =>
          void change(() =>
            plansDevice.saveItem(browserDevice(), planId, saved, { removed: false }).then(({ now }) => now),
          ).catch((error: unknown) => showToast({ text: inWords(error, partnerName) }))
        offerUndo({ text: t('items.removed'), undo: putBack })
      }
      return !saved.collides
    } catch (error) {
      showToast({ text: inWords(error, partnerName) })
      return false
    }
  }
  const tick = async () => {
    setChanged({ was: item.done, now: !done })
    await save({ done: !done })
    setChanged(null)
  }
  const inForm = (
    <FormInPlace form={form} at={item.id}>
      <LateItemForm
        people={people}
        planId={planId}
        from={item}
        submit={t('items.keep')}
        close={form.close}
        save={save}
        remove={() => {
          form.close()
          void save({ removed: true })
        }}
      />
    </FormInPlace>
  )
  const row = (
    <div className="flex items-start gap-2">
      <label className="ring-within relative flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
        <Input
          type="checkbox"
          className="over-input peer"
          checked={done}
          disabled={!hydrated}
          onChange={() => void tick()}
        />
        <span
          aria-hidden="true"
          className="grid size-[1.375rem] flex-none place-items-center rounded-small border-tick border-line-strong text-on-primary peer-checked:border-primary peer-checked:bg-primary *:opacity-0 peer-checked:*:opacity-100"
        >
          <Icon icon="check" size={15} />
        </span>
        <bdi className={classes('min-w-0 flex-[1_1_6rem] wrap-anywhere', done && 'text-ink-3 line-through')}>
          {item.text}
        </bdi>
        {by ? (
          <span className="ms-auto inline-flex max-w-[40%] flex-none items-center gap-1.5 text-small text-ink-2">
            <PartnerMark slot={by.slot} size={10} />
            <span className="min-w-0 wrap-anywhere">{by === people[0] ? t('items.me') : by.name}</span>
          </span>
        ) : null}
      </label>
      {changeable ? (
        <NativeButton
          onClick={() => form.open(item.id)}
          aria-label={t('items.changeOf', { text: item.text })}
          className="reach flex-none px-1 text-small text-ink-2 hover:text-ink"
        >
          {t('items.change')}
        </NativeButton>
      ) : null}
    </div>
  )
  return (
    <li>
      {inForm}
      {form.openAt === item.id ? null : row}
    </li>
  )
}
