// Every function of a device that opens what a server answers, and how to ask it for something. A test fails where one is
// missing. Those that send something are in sender-cases.ts.
import { openFedBy, sourcesOf, type Dashboard } from '@/lib/dashboard/device'
import type { EntryRow } from '@/lib/journal/contract'
import { fetchOwnPage, fetchOwnPages, openOwnVersion } from '@/lib/journal/device'
import * as sharing from '@/lib/journal/sharing'
import * as moments from '@/lib/moments/device'
import * as months from '@/lib/months/device'
import { fetchLines, fetchLinesBetween, fetchRememberedPlan } from '@/lib/plans/line'
import { fetchRitual } from '@/lib/rituals/device'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import {
  both,
  ENTRY,
  isShared,
  MOMENT,
  newest,
  pageWish,
  REPLY,
  rowAs,
  subjectIn,
  type OpenerCase,
  type Wish,
} from './asking'
import type { Fields } from './lying-server'

const month: OpenerCase = (asking) => {
  const couple = asking.pick(both(asking))
  const [first, ...others] = asking.world.months
  const [asked, before] = asking.pick([
    [others[1], others[0]],
    [others[0], first],
  ] as const)
  const fetch = couple === asking.world.couple ? months.fetchMonth : months.fetchFormerMonth
  return {
    run: async () => {
      const { device, world } = asking
      const opened = await fetch(device, world.me, { coupleId: couple, month: parseMonth(asked) })
      const wish = { couple, about: { month: asked } }
      return [
        { value: opened.notes, wish: { ...wish, magic: 'fivefold-month/v1' } },
        { value: [opened.closing], wish: { ...wish, magic: 'fivefold-change/v1' } },
        { value: [opened.before?.closing], wish: { ...wish, about: { month: before }, magic: 'fivefold-change/v1' } },
      ]
    },
  }
}

export const openerCases = {
  fetchOwnPages: ({ device, world }) => ({
    run: async () => {
      const { rows } = await fetchOwnPages(device, world.me)
      return [{ value: rows, wish: { magic: ENTRY, couple: null } }]
    },
  }),
  fetchOwnPage: (asking) => {
    const { id } = asking.pick(newest(asking, ({ couple }) => couple === null))
    return {
      run: async () => [
        { value: [await fetchOwnPage(asking.device, asking.world.me, id)], wish: { magic: ENTRY, couple: null, id } },
      ],
    }
  },
  openOwnVersion: (asking) => {
    const text = asking.pick(newest(asking, ({ couple }) => couple === null))
    const { sealed } = asking.pick(asking.world.texts)
    const row = { ...rowAs<EntryRow>(asking, text), sealed: sealed as EntryRow['sealed'] }
    return {
      run: async () => [
        {
          value: [{ ...row, opened: await openOwnVersion(asking.world.me, row) }],
          wish: { magic: ENTRY, couple: null, id: text.id, anyVersion: true },
        },
      ],
    }
  },
  fetchSharedPages: (asking) => {
    const coupleId = asking.pick(both(asking))
    const days = asking.pick([null, ['2026-11-21', '2026-11-22']] as const)
    const span = days && { from: parseDay(days[0]), to: parseDay(days[1]) }
    return {
      run: async () => {
        const { rows } = await sharing.fetchSharedPages(asking.device, asking.world.me, { coupleId, ...span })
        return [{ value: rows, wish: { ...pageWish(coupleId), ...(days && { days }) } }]
      },
    }
  },
  fetchSharedPage: (asking) => {
    const { id } = asking.pick(newest(asking, isShared(ENTRY)))
    return {
      run: async () => [
        { value: [await sharing.fetchSharedPage(asking.device, asking.world.me, id)], wish: pageWish('any', id) },
      ],
    }
  },
  fetchReplies: (asking) => {
    const couple = asking.pick(both(asking))
    const { id } = asking.pick(newest(asking, isShared(ENTRY, couple)))
    return {
      run: async () => [
        {
          value: (await sharing.fetchReplies(asking.device, asking.world.me, { id, coupleId: couple })).rows,
          wish: { magic: REPLY, couple, about: { page: id } },
        },
      ],
    }
  },
  fetchCoupleReplies: (asking) => {
    const couple = asking.pick(both(asking))
    return {
      run: async () => {
        const query = { coupleId: couple, limit: 50 }
        const { rows } = await sharing.fetchCoupleReplies(asking.device, asking.world.me, query)
        return [{ value: rows, wish: { magic: REPLY, couple } }]
      },
    }
  },
  fetchMoments: (asking) => {
    const couple = asking.pick(both(asking))
    const days = asking.pick([null, ['2026-11-21', '2026-11-22']] as const)
    const span = days && { from: parseDay(days[0]), to: parseDay(days[1]) }
    return {
      run: async () => {
        const { rows } = await moments.fetchMoments(asking.device, asking.world.me, { coupleId: couple, ...span })
        return [{ value: rows, wish: { magic: MOMENT, couple, ...(days && { days }) } }]
      },
    }
  },
  fetchMoment: (asking) => {
    const { id } = asking.pick(newest(asking, isShared(MOMENT)))
    const wish: Wish = { magic: MOMENT, couple: 'any', id }
    return { run: async () => [{ value: [await moments.fetchMoment(asking.device, asking.world.me, id)], wish }] }
  },
  fetchMonth: month,
  fetchFormerMonth: month,
  fetchRitual: (asking) => {
    const couple = asking.pick(both(asking))
    const id = subjectIn(asking, 'fivefold-meaning/v1', 'ritual', couple)
    const wish: Wish = { magic: 'fivefold-meaning/v1', couple, about: { ritual: id } }
    return {
      run: async () => {
        const { meanings } = await fetchRitual(asking.device, asking.world.me, { id, coupleId: couple })
        return [{ value: meanings, wish }]
      },
    }
  },
  fetchRememberedPlan: (asking) => {
    const couple = asking.pick(both(asking))
    const id = subjectIn(asking, 'fivefold-line/v1', 'plan', couple)
    const wish: Wish = { magic: 'fivefold-line/v1', couple, about: { plan: id } }
    return {
      run: async () => {
        const { lines } = await fetchRememberedPlan(asking.device, asking.world.me, { id, coupleId: couple })
        return [{ value: lines, wish }]
      },
    }
  },
  fetchLines: (asking) => {
    const couple = asking.pick(both(asking))
    const days = asking.pick([null, ['2026-11-19', '2026-11-21']] as const)
    const span = days && { from: parseDay(days[0]), to: parseDay(days[1]) }
    return {
      run: async () => {
        const { rows } = await fetchLines(asking.device, asking.world.me, { coupleId: couple, ...span })
        return [{ value: rows, wish: { magic: 'fivefold-line/v1', couple } }]
      },
    }
  },
  fetchLinesBetween: (asking) => {
    const couple = asking.pick(both(asking))
    const query = { coupleId: couple, from: parseDay('2026-11-01'), to: parseDay('2026-11-30') }
    return {
      run: async () => {
        const rows = await fetchLinesBetween(asking.device, asking.world.me, query)
        return [{ value: rows, wish: { magic: 'fivefold-line/v1', couple } }]
      },
    }
  },
  openFedBy: (asking) => {
    const { world, pick } = asking
    const text = pick(newest(asking, ({ magic, couple }) => couple !== null && [ENTRY, REPLY, MOMENT].includes(magic)))
    const meta = text.meta as Fields
    const type = pick(['emotional', 'physical'] as const)
    const source = ({ [ENTRY]: 'page', [REPLY]: 'reply' } as const)[text.magic as string] ?? 'moment'
    const pageId = source === 'moment' ? null : String(meta['page'] ?? text.id)
    const day = parseDay(String(pick([meta['day'] ?? '', '2026-11-19'])))
    const personId = pick([text.author, world.me.uid, world.partner])
    const dashboard: Dashboard = {
      people: [world.me.uid, world.partner],
      first: day,
      last: day,
      feedings: [{ personId, day, type, source, sourceId: text.id, pageId }],
      plans: [],
      next: null,
      window: null,
    }
    return {
      run: async () => {
        const fedBy = await openFedBy(asking.device, world.me, dashboard, sourcesOf(dashboard, type))
        const value = fedBy.flatMap((fed) => {
          if (fed.is === 'plan') return []
          const shown = fed.is === 'moment' ? fed.text : (fed.words?.text ?? null)
          if (shown === null) return []
          const opened = { is: 'text', text: shown }
          if (fed.is === 'moment') return [{ opened, id: fed.sourceId, day, parts: fed.fedBy }]
          if (fed.is === 'page') return [{ opened, id: fed.pageId, authorId: fed.authorId, day }]
          // the words are those of the page, and the reply is known by its id
          const isTrue = fed.authorId === text.author && personId === text.author && day === meta['day']
          return [{ opened, id: isTrue ? fed.pageId : 'a false reply' }]
        })
        return [{ value, wish: { magic: source === 'moment' ? MOMENT : ENTRY, couple: 'any' } }]
      },
    }
  },
} satisfies Record<string, OpenerCase>
