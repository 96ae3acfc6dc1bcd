// What the two do with rituals and plans.
import { addItem, addPlan, fetchWeek, savePlan, sendReady, sendTookPart } from '@/lib/plans/device'
import type { Plan, PlanFields } from '@/lib/plans/contract'
import { sendFelt, sendLine } from '@/lib/plans/line'
import { occurrenceKey, type PlanKey } from '@/lib/plans/week-plans'
import {
  fetchRitual,
  makeProposalIds,
  sendAgreement,
  sendPause,
  sendProposal,
  sendSuggestion,
} from '@/lib/rituals/device'
import type { ChosenTerms } from '@/lib/rituals/terms'
import type { Couple } from '@/lib/testing/people'
import { type Day } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { weekOf } from '@/lib/time/week'
import { randomUuid } from '@/lib/vault/primitives'
import { inOrder, type PlanName, type StoryAct, type StoryTerms } from './acts.ts'
import { zones, type StoryCalendar, type Who } from './calendar.ts'
import { paragraphs } from './paragraphs.ts'

type PlanAct = Extract<
  StoryAct,
  { is: 'proposal' | 'suggestion' | 'agreement' | 'rest' | 'plan' | 'change' | 'item' | 'kept' | 'ready' }
>

/** Makes what performs the acts about rituals and plans, and remembers what the story calls them. */
export function planPerformer(couple: Couple, calendar: StoryCalendar): (act: PlanAct) => Promise<void> {
  const people = { vera: couple.a, simon: couple.b }
  const coupleId = couple.id
  const rituals = new Map<string, string>()
  const oneOffs = new Map<string, PlanKey>()
  /** The day that each plan is planned on now, by its id. */
  const days = new Map<string, Day>()

  const ritualNamed = (name: string): string => {
    const id = rituals.get(name)
    if (id === undefined) throw new Error(`No ritual is named ${name}.`)
    return id
  }
  const keyOf = (name: PlanName): PlanKey => {
    if (typeof name !== 'string') return occurrenceKey(ritualNamed(name[0]), calendar.dayOf(name[1], name[2]))
    const key = oneOffs.get(name)
    if (!key) throw new Error(`No plan is named ${name}.`)
    return key
  }
  const readPlan = async (by: Who, name: PlanName): Promise<Plan> => {
    const key = keyOf(name)
    const { plans } = await fetchWeek(people[by].device, weekOf(days.get(key.id) ?? key.onDate, 1).id)
    const plan = plans.find(({ id }) => id === key.id)
    if (!plan) throw new Error(`The week has no plan named ${String(name)}.`)
    return plan
  }
  const termsOf = (by: Who, { from, time, ...terms }: StoryTerms): ChosenTerms => ({
    ...terms,
    types: inOrder(terms.types),
    weekdays: [...terms.weekdays],
    startsOn: calendar.dayOf(...from),
    time: parseWallTime(time),
    zone: zones[by],
  })
  const addItems = async (by: Who, plan: Plan, items: readonly (readonly [string, Who | null])[]) => {
    for (const [text, who] of items) {
      const item = { id: randomUuid(), text, whoId: who && people[who].id, done: false, removed: false }
      await addItem(people[by].device, coupleId, plan, item)
    }
  }

  return async (act) => {
    const { device, vault } = people[act.by]
    switch (act.is) {
      case 'proposal': {
        const ids = makeProposalIds()
        const terms = termsOf(act.by, act.terms)
        await sendProposal(device, { ...ids, coupleId, terms }, { vault: vault(), text: paragraphs(act.means) })
        rituals.set(act.ritual, ids.id)
        return
      }
      case 'suggestion': {
        const id = ritualNamed(act.ritual)
        const { ritual } = await fetchRitual(device, vault(), { id, coupleId })
        const { version } = ritual
        await sendSuggestion(device, { id, version, termsId: randomUuid(), terms: termsOf(act.by, act.terms) })
        return
      }
      case 'agreement': {
        const { ritual } = await fetchRitual(device, vault(), { id: ritualNamed(act.ritual), coupleId })
        await sendAgreement(
          device,
          ritual,
          act.means === undefined ? null : { vault: vault(), text: paragraphs(act.means) },
        )
        return
      }
      case 'rest':
        await sendPause(device, ritualNamed(act.ritual), calendar.dayOf(...act.until))
        return
      case 'plan': {
        const { title, on, kind = 'together', types = [], minutes = 60, what = '', place = '', items = [] } = act.plan
        const [onDate, time] = on.length === 3 ? [calendar.dayOf(on[0], on[1]), on[2]] : on
        const plan = await addPlan(device, coupleId, {
          ...{ id: randomUuid(), kind, title, onDate, zone: zones[act.by], minutes, what, place },
          types: inOrder(types),
          time: time === '' ? null : parseWallTime(time),
        })
        oneOffs.set(act.named, plan)
        await addItems(act.by, plan, items)
        return
      }
      case 'change': {
        const { to, time, ...rest } = act.change
        const plan = await readPlan(act.by, act.of)
        const changes: Partial<PlanFields> = {
          ...rest,
          ...(to && { plannedOn: calendar.dayOf(...to) }),
          ...(time !== undefined && { time: parseWallTime(time) }),
        }
        const saved = await savePlan(device, coupleId, plan, changes)
        if (saved.is === 'collides') throw new Error('Nobody else changes this plan.')
        days.set(plan.id, saved.now.plannedOn)
        return
      }
      case 'item':
        return addItems(act.by, await readPlan(act.by, act.of), [[act.text, act.who]])
      case 'kept': {
        const key = keyOf(act.of)
        const [felt, line] = act.remembered
        await sendTookPart(device, key, true)
        await sendFelt(device, key.id, felt)
        if (line !== undefined) await sendLine(device, vault(), { id: key.id, coupleId }, line, null)
        return
      }
      case 'ready':
        await sendReady(device, await fetchWeek(device, calendar.weekAt(act.week).id), true)
    }
  }
}
