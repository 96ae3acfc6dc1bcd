// Asks a server that lies for something, on a device, and says what is false in what the device then shows or signs.
import type { Device } from '@/lib/device/device'
import { makeCall } from '@/lib/http/call'
import { problems } from '@/lib/http/problem'
import { parseZone } from '@/lib/time/zone'
import { randomUuid, type Blob64 } from '@/lib/vault/primitives'
import { openStore } from '@/lib/vault/store'
import type { Asking, OpenerCase, ShownPart } from './asking'
import type { LiePool } from './lies'
import { findFalse, findPoisonedFloors, findWronglySigned, readSigned } from './lying-oracle'
import { honestAnswer, readWanted, rowOf, type AnswerJson, type Fields } from './lying-server'
import { makeLyingWorld, words, type GenuineText, type LyingWorld } from './lying-world'

/** Puts a lie into an honest answer. */
export type Lying = (honest: AnswerJson, pool: LiePool) => AnswerJson

type Outcome = Readonly<{ shown: readonly ShownPart[]; error: unknown; wrong: readonly string[] }>

export type LyingAsker = Readonly<{
  world: LyingWorld
  /**
   * Asks on a device that has seen what was shown honestly before. `choice` decides what is picked; without a lie the
   * answer is honest.
   */
  ask: (make: OpenerCase, choice: number, lie: Lying | null) => Promise<Outcome>
}>

/** Makes a world and a way to ask in it. Needs an IndexedDB. */
export async function makeLyingAsker(): Promise<LyingAsker> {
  const world = await makeLyingWorld()
  const rows: readonly Fields[] = world.texts.map((text) => rowOf(world, text))
  let seenFloors: Blob64 | null = null

  async function ask(make: OpenerCase, choice: number, lie: Lying | null): Promise<Outcome> {
    const store = await openStore(randomUuid())
    if (seenFloors) await store.keepFloors(world.me.uid, seenFloors, null)
    const sealedTexts: string[] = []
    let left = choice
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[left % items.length]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      left = Math.floor(left / 2) + 7
      return item
    }
    let mark = 100_000
    const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
      const { contract, wanted } = readWanted(String(url), init)
      const entries = (wanted['entries'] ?? []) as Fields[]
      for (const value of [wanted['sealed'], ...entries.map(({ sealed }) => sealed)])
        if (typeof value === 'string') sealedTexts.push(value)
      const honest = honestAnswer(world, contract, wanted)
      // what the server knows besides: the same and other requests, answered with more than it may
      const subjects = world.texts.filter((_, index) => index % 9 === choice % 9).map(({ id }) => id)
      const others = (['newest', 'first'] as const).flatMap((tellsAll) =>
        [
          ...[wanted, { ...wanted, coupleId: world.former }, { ...wanted, coupleId: world.couple }],
          ...world.months.flatMap((month) => ('month' in wanted ? [{ ...wanted, month }] : [])),
          ...subjects.map((id) => ({ ...wanted, id, pageId: id, momentId: id })),
        ]
          .map((other) => honestAnswer(world, contract, other, tellsAll))
          .filter((answer) => answer !== null && !('refused' in (answer as Fields))),
      )
      const answer = (lie ? lie(honest, { rows, others }) : honest) as Fields
      const code = answer['refused'] as keyof typeof problems | undefined
      if (code === undefined) return Response.json(answer)
      return Response.json({ code, current: answer['current'] }, { status: problems[code][0] })
    }
    const device = {
      call: makeCall({ base: '', fetch: fetch as typeof globalThis.fetch }),
      store,
      now: () => new Date('2026-11-24T12:00:00.000Z'),
      present: () => new Date('2026-11-24T12:00:00.000Z'),
      zone: () => parseZone('Europe/Lisbon'),
    } as unknown as Device
    const asking: Asking = { device, world, pick, type: () => words(mark++) }
    const { run, signs } = make(asking)
    let shown: readonly ShownPart[] = []
    let error: unknown = null
    try {
      shown = await run()
    } catch (thrown) {
      error = thrown
    }
    const signed: GenuineText[] = []
    for (const sealed of sealedTexts) signed.push(await readSigned(world.me, sealed))
    const texts = [...world.texts, ...signed.map((text) => ({ ...text, magic: signs?.magic ?? text.magic }))]
    const wrong = [
      ...shown.flatMap((part) => findFalse(world, texts, part)),
      ...signed.flatMap((text, index) => {
        if (!signs) return ['signed without being asked']
        return findWronglySigned(world, [...world.texts, ...signed.slice(0, index)], signs, text)
      }),
      ...(await findPoisonedFloors(world.me, await store.floors(world.me.uid), texts)),
    ]
    if (!lie && !signs) seenFloors = await store.floors(world.me.uid)
    store.close()
    return { shown, error, wrong }
  }

  return { world, ask }
}
