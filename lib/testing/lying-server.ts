// The API of the world, in memory: what an honest server would answer, and the lies that are put into its answers.
import { contracts } from '@/lib/openapi/contracts'
import type { Contract } from '@/lib/http/contract'
import type { GenuineText, LyingWorld } from './lying-world'

export type AnswerJson = null | boolean | number | string | AnswerJson[] | { [key: string]: AnswerJson }
export type Fields = Record<string, AnswerJson>

/** What was asked for: parameters, query, body and `ifMatch` in one object. */
type Wanted = Readonly<Record<string, AnswerJson>>

const isNewest = (texts: readonly GenuineText[], text: GenuineText): boolean =>
  !texts.some(
    ({ magic, couple, author, id, rev }) =>
      magic === text.magic && couple === text.couple && author === text.author && id === text.id && rev > text.rev,
  )

/** Any text as a row of its room. */
export function rowOf(world: LyingWorld, text: GenuineText): Fields {
  const { id, rev, author, couple, sealed, addedAt, mark } = text
  const meta = text.meta as Fields
  const removed = mark === null
  const plain = { id, rev, sealed }
  switch (text.magic) {
    case 'fivefold-entry/v1':
      if (couple === null) return { ...plain, addedAt }
      return { ...plain, addedAt, coupleId: couple, authorId: author, removed, ...meta }
    case 'fivefold-reply/v1':
      return { ...plain, addedAt, authorId: author, removed, pageId: meta['page'] ?? '', day: meta['day'] ?? '' }
    case 'fivefold-moment/v1': {
      const people = meta['who'] === 'me' ? [author] : [world.me.uid, couple === world.couple ? world.partner : author]
      const parts = [...new Set(people)].map((personId) => ({ personId, takenOut: false }))
      return { ...plain, addedAt, coupleId: couple, authorId: author, removed, ...meta, parts }
    }
    case 'fivefold-change/v1':
      return { id, authorId: author, number: meta['number'] ?? 0, sealed }
    case 'fivefold-line/v1':
      return { ...plain, personId: author, planId: meta['plan'] ?? '', ritualId: null, ...lineDays }
    default:
      return { ...plain, personId: author }
  }
}

const lineDays = { onDate: '2026-11-20', plannedOn: '2026-11-20' }

const page = (rows: AnswerJson[]): AnswerJson => ({ rows, next: null })
const refusal = (code: string, current: AnswerJson = null): Fields => ({ refused: code, current })

/**
 * What an honest server answers. `{ refused, current }` is a problem. With `tellsAll` it answers what it may not: also what
 * a former partner wrote, and versions of before.
 */
export function honestAnswer(
  world: LyingWorld,
  { method, path }: Contract,
  wanted: Wanted,
  tellsAll: 'newest' | 'first' | null = null,
): AnswerJson {
  const { me, couple, partner, texts, months } = world
  const rowsOf = (fits: (text: GenuineText) => boolean): Fields[] =>
    texts
      .filter((text) => (tellsAll === 'first' ? text.rev === 1 : isNewest(texts, text)) && fits(text))
      .filter((text) => tellsAll !== null || text.couple === couple || text.author === me.uid)
      .sort((a, b) => b.addedAt.localeCompare(a.addedAt))
      .map((text) => rowOf(world, text))
  const kind = (name: string, about: Wanted = {}, inCouple: AnswerJson = wanted['coupleId'] ?? couple) =>
    rowsOf(
      ({ magic, couple: its, meta }) =>
        magic === `fivefold-${name}/v1` &&
        its === inCouple &&
        Object.entries(about).every(([key, value]) => (meta as Fields)[key] === value),
    )
  const anyCouple = (name: string) =>
    rowsOf(({ magic, couple: its }) => magic === `fivefold-${name}/v1` && its !== null)
  const find = (rows: Fields[], id: AnswerJson | undefined): AnswerJson =>
    rows.find((row) => row['id'] === id) ?? refusal('not-found')
  const saved = (row: AnswerJson, sealed: AnswerJson | undefined, more: Fields = {}): AnswerJson =>
    row !== null && typeof row === 'object' && !Array.isArray(row) && !('refused' in row)
      ? { ...row, sealed: sealed ?? '', rev: Number(wanted['ifMatch']) + 1, ...more }
      : row
  const { sealed, id = '' } = wanted
  const fresh = { rev: 1, removed: false, authorId: me.uid, addedAt: '2026-11-24T12:00:00.000Z' }
  const closingOf = (month: string): AnswerJson => {
    const [, newest] = [1, 2].map((number) => kind('change', { month, number })[0])
    if (!newest) return null
    const { authorId = '', number = 0 } = newest
    return { number, personId: authorId, focus: 'emotional', withChange: true, change: newest, closed: true }
  }
  const month = String(wanted['month'] ?? months[2])
  const own = (name: string, subject: Fields) => kind(name, subject, couple).find((row) => row['personId'] === me.uid)
  const putPersonal = (name: string, subject: Fields, textId: AnswerJson | undefined): AnswerJson => {
    const current = own(name, subject)
    const next = current ? { id: current['id'], rev: Number(current['rev']) + 1 } : { id: textId, rev: 1 }
    if (next.id !== textId || next.rev !== wanted['rev']) return refusal('version-changed', current ?? null)
    return { id: textId ?? '', personId: me.uid, rev: next.rev, sealed: sealed ?? '' }
  }

  switch (`${method} ${path}`) {
    case 'GET /api/entries':
      return page(rowsOf(({ magic, couple: its }) => magic === 'fivefold-entry/v1' && its === null))
    case 'POST /api/entries': {
      const [entry] = (wanted['entries'] ?? []) as Fields[]
      const known = rowsOf((text) => text.couple === null && text.id === entry?.['id'])[0]
      return { rows: [known ?? { ...entry, rev: 1, addedAt: fresh.addedAt }] }
    }
    case 'GET /api/entries/{id}':
      return find(
        rowsOf((text) => text.couple === null),
        id,
      )
    case 'PUT /api/entries/{id}':
      return saved(
        find(
          rowsOf((text) => text.couple === null),
          id,
        ),
        sealed,
      )
    case 'GET /api/shared-entries':
      return page(kind('entry'))
    case 'POST /api/shared-entries':
      return { ...wanted, ...fresh }
    case 'GET /api/shared-entries/{pageId}':
      return find(anyCouple('entry'), wanted['pageId'])
    case 'PUT /api/shared-entries/{pageId}': {
      const { types = [], removed = false } = wanted
      return saved(find(anyCouple('entry'), wanted['pageId']), sealed, { types, removed })
    }
    case 'GET /api/shared-entries/{pageId}/replies':
      return page(anyCouple('reply').filter((row) => row['pageId'] === wanted['pageId']))
    case 'GET /api/replies':
      return page(kind('reply'))
    case 'POST /api/shared-entries/{pageId}/replies':
      return { ...wanted, ...fresh }
    case 'PUT /api/shared-entries/{pageId}/replies/{replyId}':
      return saved(find(anyCouple('reply'), wanted['replyId']), sealed, { removed: wanted['removed'] ?? false })
    case 'GET /api/moments':
      return page(kind('moment'))
    case 'POST /api/moments':
      return { ...wanted, ...fresh, parts: [{ personId: me.uid, takenOut: false }] }
    case 'GET /api/moments/{momentId}':
    case 'PUT /api/moments/{momentId}/part':
      return find(anyCouple('moment'), wanted['momentId'])
    case 'PUT /api/moments/{momentId}': {
      const { types = [], removed = false } = wanted
      return saved(find(anyCouple('moment'), wanted['momentId']), sealed, { types, removed })
    }
    case 'GET /api/months/{month}': {
      const notes = kind('month', { month })
      const days = { first: `${month}-01`, last: `${month}-30` }
      const before = months[months.findIndex((each) => each === month) - 1]
      const isPresent = (wanted['coupleId'] ?? couple) === couple
      const closedBefore =
        isPresent && before !== undefined
          ? { month: before, closing: closingOf(before), mine: null, partner: null }
          : null
      return {
        month,
        ...days,
        weeks: [],
        fed: [],
        kept: [],
        notes,
        revealed: true,
        closing: closingOf(month),
        before: closedBefore,
      }
    }
    case 'PUT /api/months/{month}/notes':
      return { personId: me.uid, id, rev: wanted['rev'] ?? 0, sealed: sealed ?? '', revealed: false }
    case 'POST /api/months/{month}/close': {
      const { number = 0, focus = null, change = null } = wanted
      const sent = change as Fields | null
      const withNames = sent && { id: sent['id'] ?? '', authorId: me.uid, number, sealed: sent['sealed'] ?? '' }
      return { number, personId: me.uid, focus, withChange: sent !== null, change: withNames, closed: false }
    }
    case 'PUT /api/months/{month}/close': {
      const { number = 0 } = wanted
      return { number, personId: partner, focus: null, withChange: false, change: null, closed: true }
    }
    case 'GET /api/rituals/{id}':
      return {
        ...ritualOf(id, wanted['coupleId'] ?? couple, me.uid),
        history: [],
        kept: [],
        meanings: kind('meaning', { ritual: id }),
      }
    case 'POST /api/rituals':
      return ritualOf(id, wanted['coupleId'] ?? '', me.uid)
    case 'PUT /api/rituals/{id}/agreement':
      return ritualOf(id, couple, partner)
    case 'PUT /api/rituals/{id}/meaning':
      return putPersonal('meaning', { ritual: id }, wanted['meaningId'])
    case 'GET /api/plans/{id}':
      return {
        plan: planOf(id),
        coupleId: wanted['coupleId'] ?? couple,
        felt: { mine: null, partner: null },
        feltIsFinal: false,
        lines: kind('line', { plan: id }),
      }
    case 'GET /api/plan-lines':
      return page(kind('line'))
    case 'PUT /api/plans/{id}/line':
      return putPersonal('line', { plan: id }, wanted['lineId'])
    default:
      throw new Error(`The world has no answer to ${method} ${path}.`)
  }
}

const planOf = (id: AnswerJson): Fields => ({
  ...{ id, ritualId: null, kind: 'together', onDate: '2026-11-20', version: 1, title: 'Soup', what: '', place: '' },
  ...{
    types: [],
    plannedOn: '2026-11-20',
    time: null,
    minutes: 60,
    skipped: false,
    zone: 'UTC',
    items: [],
    tookPart: [],
  },
})

export const ritualOf = (id: AnswerJson, coupleId: AnswerJson, proposerId: string): Fields => ({
  ...{ id, coupleId, proposerId, state: 'agreed', endedById: null, endedAt: null, version: 1, suggested: null },
  terms: {
    ...{ id, version: 1, proposerId, title: 'Soup', types: ['emotional'], weekdays: [1], everyWeeks: 1 },
    ...{ startsOn: '2026-11-02', time: '19:00', minutes: 60, zone: 'UTC', weekStart: 1, agreed: true },
  },
  ...{ held: [], pauses: [], versions: [], kept: [] },
})

const patterns = contracts.map((contract) => ({
  contract,
  pattern: new RegExp(`^${contract.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}))

/** Finds the contract of a request, and reads what was asked for. */
export function readWanted(url: string, init: RequestInit): { contract: Contract; wanted: Wanted } {
  const { pathname, searchParams } = new URL(url, 'http://world.example')
  for (const { contract, pattern } of patterns) {
    const found = pattern.exec(pathname)
    if (!found || contract.method !== (init.method ?? 'GET')) continue
    const ifMatch = new Headers(init.headers).get('if-match')
    const wanted = {
      ...found.groups,
      ...Object.fromEntries(searchParams),
      ...(typeof init.body === 'string' && (JSON.parse(init.body) as Fields)),
      ...(ifMatch !== null && { ifMatch: Number(ifMatch.replaceAll('"', '')) }),
    }
    return { contract, wanted }
  }
  throw new Error(`No contract of ${init.method} ${pathname}.`)
}
