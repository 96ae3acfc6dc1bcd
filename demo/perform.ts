// Performs the story: each act by the device of the person who does it, at the time at which they do it, over HTTP.
import { answerCheckIn } from '@/lib/check-ins/device'
import { sendHopes } from '@/lib/couples/device'
import { startPage } from '@/lib/journal/beginning'
import { finishPage, sendFinished } from '@/lib/journal/outbox'
import { emptyVoice, type Page, type Writing } from '@/lib/journal/page'
import { chosenWords, offeredParts, sharedWordsOf } from '@/lib/journal/share'
import { sharePage } from '@/lib/journal/share-page'
import { fetchSharedPage, sealReply, sendReply, type OpenedSharedPage } from '@/lib/journal/sharing'
import { makeMomentLogger } from '@/lib/moments/moment-logger'
import { agreeToVersion, fetchMonth, proposeVersion, sendHelpAnswer, sendNotes } from '@/lib/months/device'
import { dayIn } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import type { Couple, TestPerson } from '@/lib/testing/people'
import { inOrder, type StoryAct, type StoryVoice } from './acts.ts'
import { zones, type StoryCalendar, type Who } from './calendar.ts'
import { paragraphs } from './paragraphs.ts'
import { planPerformer } from './perform-plans.ts'

type StoryClock = Readonly<{ moveTo: (instant: Date) => Promise<void>; now: () => Date }>

type Performance = Readonly<{
  couple: Couple
  calendar: StoryCalendar
  clock: StoryClock
  acts: readonly StoryAct[]
  end: Date
}>

/** Performs all acts before `end`, in the order of time. Returns how many there were. */
export async function perform({ couple, calendar, clock, acts, end }: Performance): Promise<number> {
  const dated = acts
    .map((act) => ({ act, instant: calendar.instantAt(act.when, act.by) }))
    .filter(({ instant }) => instant < end)
    .sort((a, b) => a.instant.getTime() - b.instant.getTime())
  const performer = makePerformer(couple, calendar, clock)
  for (const { act, instant } of dated) {
    await clock.moveTo(instant)
    await performer(act).catch((cause: unknown) => {
      throw new Error(
        `The story stops at ${instant.toISOString()}: ${JSON.stringify(act).slice(0, 200)}: ${String(cause)}`,
        { cause },
      )
    })
  }
  return dated.length
}

function makePerformer(couple: Couple, calendar: StoryCalendar, clock: StoryClock) {
  const people: Readonly<Record<Who, TestPerson>> = { vera: couple.a, simon: couple.b }
  const coupleId = couple.id
  const shared = new Map<string, OpenedSharedPage>()
  const performPlan = planPerformer(couple, calendar)

  const writePage = async (act: StoryAct & { is: 'page' | 'voice' }, writing: Writing) => {
    const { device, vault } = people[act.by]
    const page: Page = { day: dayIn(clock.now(), zones[act.by]), types: inOrder(act.types ?? []), writing }
    const begun = startPage(device, writing.kind)
    await finishPage(device, vault(), { id: begun.id, base: 0, page, draft: begun.place })
    const { failure } = await sendFinished(device, vault())
    if (failure) throw failure
    if (act.shares === undefined) return
    const { copy } = await sharePage(device, vault(), {
      pageId: begun.id,
      coupleId,
      page: {
        kind: writing.kind,
        words: chosenWords(sharedWordsOf(page), act.parts ?? offeredParts(page)),
        wants: act.shares,
        writtenDay: page.day,
      },
      types: page.types,
    })
    if (act.named !== undefined) shared.set(act.named, copy)
  }

  return async (act: StoryAct): Promise<void> => {
    const { device, vault } = people[act.by]
    switch (act.is) {
      case 'page':
        return writePage(act, { kind: 'reflection', text: paragraphs(act.text) })
      case 'voice':
        return writePage(act, { ...emptyVoice, ...voiceParagraphs(act.voice) })
      case 'reply': {
        const page = shared.get(act.to)
        if (!page) throw new Error(`No page is named ${act.to}.`)
        const read = await fetchSharedPage(device, vault(), page.id)
        const reply = await sealReply(device, vault(), read, { id: randomUuid(), text: paragraphs(act.text) })
        await sendReply(device, vault(), coupleId, reply)
        return
      }
      case 'moment': {
        const { who, types, words } = act
        const day = dayIn(clock.now(), zones[act.by])
        await makeMomentLogger(device, coupleId)(vault(), { day, types: inOrder(types), who, words })
        return
      }
      case 'hopes':
        await sendHopes(device, { fed: inOrder(act.fed), more: inOrder(act.more) })
        return
      case 'check-in': {
        const { now, wish, ...types } = act.closeness
        const step = (type: keyof typeof types) => (types[type] === undefined ? null : { now: types[type], wish: null })
        await answerCheckIn(device, calendar.weekAt(act.week).id, {
          now,
          wish,
          types: {
            emotional: step('emotional'),
            physical: step('physical'),
            intellectual: step('intellectual'),
            experiential: step('experiential'),
            spiritual: step('spiritual'),
          },
        })
        return
      }
      case 'notes':
        await sendNotes(device, vault(), { coupleId, month: act.month }, act.notes, null)
        return
      case 'closing': {
        const { month, focus, change } = act
        await proposeVersion(device, vault(), { coupleId, month }, { focus, change, after: null })
        return
      }
      case 'yes': {
        const { closing } = await fetchMonth(device, vault(), { coupleId, month: act.month })
        if (!closing) throw new Error(`Nobody proposed to close ${act.month}.`)
        await agreeToVersion(device, act.month, closing.number)
        return
      }
      case 'helped':
        await sendHelpAnswer(device, act.month, act.answer)
        return
      default:
        return performPlan(act)
    }
  }
}

const voiceParagraphs = ({ before, after, about, ...texts }: StoryVoice) => ({
  ...(Object.fromEntries(Object.entries(texts).map(([step, text]) => [step, paragraphs(text)])) as typeof texts),
  ...{ before, after, about: about ?? emptyVoice.about },
})
