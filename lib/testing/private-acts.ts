// What a person does in private: it may never show where the partner can look.
import { changeMe, endOtherSessions } from '@/lib/accounts/contract'
import { lockDevice } from '@/lib/device/device-lock'
import { sendDeviceUse } from '@/lib/device/device-use'
import { openByPhrase } from '@/lib/device/open-journal'
import { signIn } from '@/lib/accounts/sign-in'
import { sendNewSparePage, sendSparePageSaved } from '@/lib/accounts/spare-page'
import type { Step } from '@/lib/check-ins/contract'
import { answerCheckIn } from '@/lib/check-ins/device'
import { STEPS } from '@/lib/check-ins/steps'
import { sendHopes } from '@/lib/couples/device'
import { sendNextPage, removePage, type PageVersion } from '@/lib/journal/device'
import { emptyVoice, type Page } from '@/lib/journal/page'
import { sendNotes, sendHelpAnswer, type KeptNotes } from '@/lib/months/device'
import { sendFelt } from '@/lib/plans/line'
import { newDevice } from './devices'
import { readAll } from './partner-view'
import { day, month, october, week, write, type TwoWithEverything } from './two-with-everything'

const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }

export type PrivateActs = ReturnType<typeof privateActs>
export type PrivateAct = keyof PrivateActs

/** The acts of `a`, by name. Each leaves the first device open, so that they can run in any order. The argument makes each run different. */
export function privateActs({ app, couple: { a, id }, known }: TwoWithEverything) {
  const standing: PageVersion[] = []
  let notesIn: KeptNotes | null = null
  const step = (index: number): Step => STEPS[index % 7] ?? 1
  return {
    'writes a page': async (text: string) => {
      const page: Page = { day, types: ['spiritual'], writing: { kind: 'reflection', text: text || 'So.' } }
      standing.push({ id: await write(a, page), rev: 1, page })
    },
    'answers the voice': (voice: string) =>
      write(a, {
        day,
        types: ['emotional'],
        writing: { ...emptyVoice, voice: voice || 'You.', answer: 'No.', before: 70 },
      }),
    'edits a page': async (text: string) => {
      const last = standing.pop()
      if (!last) return
      const page: Page = { ...last.page, writing: { kind: 'reflection', text: `${text}, again` } }
      await write(a, page, last.id, last.rev)
      standing.push({ ...last, rev: last.rev + 1, page })
    },
    'removes a page and brings it back': async () => {
      const last = standing.pop()
      if (!last) return
      const gone = await removePage(a.device, a.vault(), last)
      standing.push(await sendNextPage(a.device, a.vault(), gone))
    },
    'removes a page': async () => {
      const last = standing.pop()
      if (last) await removePage(a.device, a.vault(), last)
    },
    'reads everything': () => readAll(a.device, known),
    'marks hopes, then changes them': () => sendHopes(a.device, { fed: ['emotional'], more: ['physical'] }),
    'answers how close the week feels, then changes the answer': async ({ length }: string) => {
      for (const index of [length, length + 3]) {
        await answerCheckIn(a.device, week, {
          now: step(index),
          wish: step(index + 2),
          types: { ...none, emotional: { now: step(index + 4), wish: null } },
        })
      }
    },
    'writes three notes for the month, then changes them': async (words: string) => {
      for (const more of [words, `${words}, again`]) {
        notesIn = await sendNotes(
          a.device,
          a.vault(),
          { coupleId: id, month },
          { closer: 'The herons.', way: '', more },
          notesIn,
        )
      }
    },
    'says whether October’s change helped, then changes it': async ({ length }: string) => {
      for (const answer of length % 2 ? (['helped', 'aLittle'] as const) : (['notDone', 'notReally'] as const))
        await sendHelpAnswer(a.device, october, answer)
    },
    'says how a plan felt, then changes it': async ({ length }: string) => {
      for (const index of [length, length + 3]) await sendFelt(a.device, known.plan, step(index))
    },
    'changes the language': ({ length }: string) => a.device.call(changeMe, { locale: length % 2 ? 'en-GB' : 'en' }),
    'signs in elsewhere, and out everywhere else': async () => {
      await a.signInElsewhere()
      await a.device.call(endOtherSessions, {})
    },
    'mistypes the phrase elsewhere': async (words: string) => {
      const other = await newDevice(app)
      await signIn(other, { email: a.email, phrase: `${words} is not it`, onlyMe: false }).catch(() => undefined)
    },
    'locks, and opens again': async () => {
      await lockDevice(a.device)
      await openByPhrase(a.device, a.phrase)
    },
    'shares the device, and no longer does': async () => {
      await sendDeviceUse(a.device, a.id, false)
      await sendDeviceUse(a.device, a.id, true)
    },
    'saves the spare page': () => sendSparePageSaved(a.device, a.vault()),
    'makes a new spare page': () => sendNewSparePage(a.device, a.vault(), a.phrase),
  } satisfies Record<string, (words: string) => Promise<unknown>>
}
