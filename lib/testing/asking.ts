// What a case of the lying server asks with, and what it wishes for.
import type { Device } from '@/lib/device/device'
import type { Magic } from '@/lib/vault/text-frame'
import { rowOf, type Fields } from './lying-server'
import type { GenuineText, LyingWorld } from './lying-world'

/** What a device has to ask with. `pick` chooses one of some; `type` makes words with a number of their own. */
export type Asking = Readonly<{
  device: Device
  world: LyingWorld
  pick: <Item>(items: readonly Item[]) => Item
  type: () => string
}>

/** Something that a device may show, or sign, and what it was asked for. */
export type Wish = Readonly<{
  magic: Magic
  /** The couple; null for private pages; 'any' where the page names none. */
  couple: string | null | 'any'
  id?: string
  about?: Fields
  author?: string
  /** The first and the last day. */
  days?: readonly [string, string]
  /** It is not compared with what was seen, such as a page that only this device has. */
  anyVersion?: true
}>

export type ShownPart = Readonly<{ value: unknown; wish: Wish }>

/** `signs`: what the function may sign. `run` returns what it shows. */
export type OpenerCase = (asking: Asking) => Readonly<{ signs?: Wish; run: () => Promise<readonly ShownPart[]> }>

export const both = ({ world }: Asking) => [world.couple, world.former] as const
export const newest = ({ world }: Asking, fits: (text: GenuineText) => boolean): readonly GenuineText[] =>
  world.texts.filter((text) => text.mark !== null && text.rev === 2 && fits(text))
export const rowAs = <Row>({ world }: Asking, text: GenuineText): Row => rowOf(world, text) as unknown as Row
export const isShared = (magic: Magic, couple?: string) => (text: GenuineText) =>
  text.magic === magic && text.couple !== null && (couple === undefined || text.couple === couple)

export const ENTRY = 'fivefold-entry/v1'
export const REPLY = 'fivefold-reply/v1'
export const MOMENT = 'fivefold-moment/v1'

export const shared = (words: string) =>
  ({ kind: 'reflection', words: { text: words }, wants: 'listen', writtenDay: null }) as const

/** A page, reply or moment of the viewer in the present couple, as the device has opened it. */
export const mine = (asking: Asking, magic: Magic): GenuineText =>
  asking.pick(
    newest(
      asking,
      ({ author, ...text }) =>
        author === asking.world.me.uid && isShared(magic, asking.world.couple)({ author, ...text }),
    ),
  )

/** A subject of the present or the former couple: a ritual or a plan. */
export const subjectIn = (asking: Asking, magic: Magic, name: string, couple: string): string =>
  String((asking.pick(newest(asking, isShared(magic, couple))).meta as Fields)[name])

export const pageWish = (couple: string, id?: string): Wish => ({
  magic: ENTRY,
  couple,
  ...(id !== undefined && { id }),
})
