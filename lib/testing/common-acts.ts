// What two people do anyway, and both may see. None of it piles up, so that a world can be used hundreds of times.
import { changeMe } from '@/lib/accounts/contract'
import { putItem } from '@/lib/plans/contract'
import { fetchWeek, sendReady } from '@/lib/plans/device'
import { randomUuid } from '@/lib/vault/primitives'
import type { TestDevice } from './devices'
import { readAll } from './partner-view'
import { week } from './two-with-everything'
import type { TwoWorlds } from './two-worlds'

export type CommonActs = ReturnType<typeof commonActs>
export type CommonAct = keyof CommonActs

/** The acts, by name. Each is sent to both worlds. The argument makes each run different. */
export function commonActs({ inBoth, on, control: { known } }: TwoWorlds) {
  const items = { a: { itemId: randomUuid(), ifMatch: 0 }, b: { itemId: randomUuid(), ifMatch: 0 } }
  const turn = ({ length }: string): 'a' | 'b' => (length % 2 ? 'a' : 'b')
  const setWith = async (device: TestDevice, ready: boolean) => {
    await sendReady(device, await fetchWeek(device, week), ready)
  }
  return {
    'somebody changes what to bring': async (words: string) => {
      const by = turn(words)
      const fields = { text: `Bread ${words.length}`, whoId: null, done: words.length % 3 === 0, removed: false }
      const { version } = await inBoth[by].call(putItem, { id: known.plan, ...items[by], ...fields })
      items[by].ifMatch = version
    },
    'somebody is set with the week': (words: string) => setWith(inBoth[turn(words)], true),
    'somebody is no longer set with the week': (words: string) => setWith(inBoth[turn(words)], false),
    'somebody changes their name': ({ length }: string) =>
      inBoth[turn('.'.repeat(length))].call(changeMe, { name: `Somebody ${length}` }),
    'the partner reads everything': () => readAll(inBoth.b, known),
    'a while passes': ({ length }: string) => on(1000 * (length + 1)),
  } satisfies Record<string, (words: string) => Promise<unknown>>
}
