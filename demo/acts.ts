// The words in which the story is told: what each of the two does, when, by their own clock.
import type { Step } from '@/lib/check-ins/contract'
import type { HelpAnswer } from '@/lib/months/contract'
import type { MonthNoteTexts } from '@/lib/months/device'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Voice } from '@/lib/journal/page'
import type { Part, Wants } from '@/lib/journal/share'
import type { FeltStep, PlanKind } from '@/lib/plans/contract'
import type { EveryWeeks } from '@/lib/rituals/recurrence'
import type { Month, Weekday } from '@/lib/time/day'
import type { DayOfWeek, StoryTime, Who } from './calendar.ts'

type Types = readonly IntimacyType[]

/** Types in the order of the product. */
export const inOrder = (types: Types): IntimacyType[] => INTIMACY_TYPES.filter((type) => types.includes(type))

/** The name of a one-off, or a date of a ritual. */
export type PlanName = string | readonly [ritual: string, week: number, day: DayOfWeek]

/** `named`: so that a reply can name it. `shares`: what the writer wants of the reader; without it the page is private. */
type PageOptions = Readonly<{ types?: Types; named?: string; shares?: Wants; parts?: readonly Part[] }>

export type StoryVoice = Readonly<{ voice: string; answer: string; before: number; after: number }> &
  Partial<Pick<Voice, 'about' | 'origin' | 'effect' | 'step'>>

export type StoryTerms = Readonly<{
  title: string
  types: Types
  weekdays: readonly Weekday[]
  from: readonly [week: number, day: DayOfWeek]
  everyWeeks: EveryWeeks
  time: string
  minutes: number
}>

type StoryPlan = Readonly<{
  title: string
  /** Its day and time, by the clock of the person who plans; a time of '' is any time of the day. */
  on: StoryTime
  kind?: PlanKind
  types?: Types
  minutes?: number
  what?: string
  place?: string
  items?: readonly (readonly [text: string, who: Who | null])[]
}>

type PlanChange = Readonly<{
  to?: readonly [week: number, day: DayOfWeek]
  time?: string
  skipped?: boolean
  what?: string
  place?: string
}>

/** How a plan felt, and the line to remember it by. */
type Remembered = readonly [felt: FeltStep, line?: string]

export type StoryCloseness = Readonly<{ now: Step; wish: Step }> & Partial<Record<IntimacyType, Step>>

type Done = Readonly<{ by: Who; when: StoryTime }>

export type StoryAct = Done &
  (
    | (Readonly<{ is: 'page'; text: string }> & PageOptions)
    | (Readonly<{ is: 'voice'; voice: StoryVoice }> & PageOptions)
    | Readonly<{ is: 'reply'; to: string; text: string }>
    | Readonly<{ is: 'moment'; who: 'me' | 'both'; types: Types; words: string }>
    | Readonly<{ is: 'hopes'; fed: Types; more: Types }>
    | Readonly<{ is: 'proposal'; ritual: string; terms: StoryTerms; means: string }>
    | Readonly<{ is: 'suggestion'; ritual: string; terms: StoryTerms }>
    | Readonly<{ is: 'agreement'; ritual: string; means?: string }>
    | Readonly<{ is: 'rest'; ritual: string; until: readonly [week: number, day: DayOfWeek] }>
    | Readonly<{ is: 'plan'; named: string; plan: StoryPlan }>
    | Readonly<{ is: 'change'; of: PlanName; change: PlanChange }>
    | Readonly<{ is: 'item'; of: PlanName; text: string; who: Who | null }>
    | Readonly<{ is: 'kept'; of: PlanName; remembered: Remembered }>
    | Readonly<{ is: 'ready'; week: number }>
    | Readonly<{ is: 'check-in'; week: number; closeness: StoryCloseness }>
    | Readonly<{ is: 'notes'; month: Month; notes: MonthNoteTexts }>
    | Readonly<{ is: 'closing'; month: Month; focus: IntimacyType | null; change: string }>
    | Readonly<{ is: 'yes'; month: Month }>
    | Readonly<{ is: 'helped'; month: Month; answer: HelpAnswer }>
  )

/** What one of the two does. */
function actsOf(by: Who) {
  return {
    writes: (when: StoryTime, text: string, options: PageOptions = {}): StoryAct => ({
      ...{ is: 'page', by, when, text },
      ...options,
    }),
    answersTheVoice: (when: StoryTime, voice: StoryVoice, options: PageOptions = {}): StoryAct => ({
      ...{ is: 'voice', by, when, voice },
      ...options,
    }),
    replies: (when: StoryTime, to: string, text: string): StoryAct => ({ is: 'reply', by, when, to, text }),
    did: (when: StoryTime, types: Types, words: string): StoryAct => ({
      ...{ is: 'moment', by, when, who: 'me', types, words },
    }),
    logs: (when: StoryTime, types: Types, words: string): StoryAct => ({
      ...{ is: 'moment', by, when, who: 'both', types, words },
    }),
    marks: (when: StoryTime, fed: Types, more: Types): StoryAct => ({ is: 'hopes', by, when, fed, more }),
    proposes: (when: StoryTime, ritual: string, terms: StoryTerms, means: string): StoryAct => ({
      ...{ is: 'proposal', by, when, ritual, terms, means },
    }),
    suggests: (when: StoryTime, ritual: string, terms: StoryTerms): StoryAct => ({
      ...{ is: 'suggestion', by, when, ritual, terms },
    }),
    agrees: (when: StoryTime, ritual: string, means?: string): StoryAct => ({
      ...{ is: 'agreement', by, when, ritual },
      ...(means !== undefined && { means }),
    }),
    lets: (when: StoryTime, ritual: string, until: readonly [week: number, day: DayOfWeek]): StoryAct => ({
      ...{ is: 'rest', by, when, ritual, until },
    }),
    plans: (when: StoryTime, named: string, plan: StoryPlan): StoryAct => ({ is: 'plan', by, when, named, plan }),
    changes: (when: StoryTime, plan: PlanName, change: PlanChange): StoryAct => ({
      ...{ is: 'change', by, when, of: plan, change },
    }),
    skips: (when: StoryTime, plan: PlanName): StoryAct => ({
      ...{ is: 'change', by, when, of: plan, change: { skipped: true } },
    }),
    adds: (when: StoryTime, plan: PlanName, text: string, who: Who | null): StoryAct => ({
      ...{ is: 'item', by, when, of: plan, text, who },
    }),
    remembers: (when: StoryTime, plan: PlanName, ...remembered: Remembered): StoryAct => ({
      ...{ is: 'kept', by, when, of: plan, remembered },
    }),
    isSet: (when: StoryTime, week: number): StoryAct => ({ is: 'ready', by, when, week }),
    answers: (when: StoryTime, week: number, closeness: StoryCloseness): StoryAct => ({
      ...{ is: 'check-in', by, when, week, closeness },
    }),
    notes: (when: StoryTime, month: Month, closer: string, way: string, more: string): StoryAct => ({
      ...{ is: 'notes', by, when, month, notes: { closer, way, more } },
    }),
    closes: (when: StoryTime, month: Month, focus: IntimacyType | null, change: string): StoryAct => ({
      ...{ is: 'closing', by, when, month, focus, change },
    }),
    saysYes: (when: StoryTime, month: Month): StoryAct => ({ is: 'yes', by, when, month }),
    saysItHelped: (when: StoryTime, month: Month, answer: HelpAnswer): StoryAct => ({
      ...{ is: 'helped', by, when, month, answer },
    }),
  }
}

export const vera = actsOf('vera')
export const simon = actsOf('simon')

/** Both took part in a plan. Each says how it felt and has a line, or none; the time is Vera's. */
export const kept = (
  plan: PlanName,
  [week, day, time]: readonly [week: number, day: DayOfWeek, time: string],
  hers: Remembered,
  his: Remembered,
): StoryAct[] => [
  vera.remembers([week, day, time], plan, ...hers),
  simon.remembers([week, day, hoursEarlier(time)], plan, ...his),
]

/** Simón writes his line at about the same time: his clock is three to five hours behind. */
const hoursEarlier = (time: string): string =>
  `${String(Number(time.slice(0, 2)) - 3).padStart(2, '0')}${time.slice(2)}`
