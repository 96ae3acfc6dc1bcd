// As opener-cases.ts, for the functions that send something and open what the server says it saved.
import type { ReplyRow, SharedEntryRow } from '@/lib/journal/contract'
import { removePage } from '@/lib/journal/device'
import { sendFinished } from '@/lib/journal/outbox'
import { sealPage } from '@/lib/journal/device'
import * as sharing from '@/lib/journal/sharing'
import type { MomentRow } from '@/lib/moments/contract'
import * as moments from '@/lib/moments/device'
import { makeMomentLogger } from '@/lib/moments/moment-logger'
import { sendLine } from '@/lib/plans/line'
import type { Ritual } from '@/lib/rituals/contract'
import { makeProposalIds, sendAgreement, sendMeaning, sendProposal } from '@/lib/rituals/device'
import { parseDay } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import type { Sealed64 } from '@/lib/vault/age-file'
import {
  ENTRY,
  isShared,
  mine,
  MOMENT,
  newest,
  pageWish,
  REPLY,
  rowAs,
  shared,
  type Asking,
  type OpenerCase,
  type Wish,
} from './asking'
import { ritualOf, type Fields } from './lying-server'

const DAY = parseDay('2026-11-23')

const pageOf = (text: string) => ({ day: DAY, types: [], writing: { kind: 'reflection', text } }) as const

const soup = ({ world }: Asking) => (ritualOf(randomUuid(), world.couple, world.me.uid) as unknown as Ritual).terms

export const senderCases = {
  sendShare: (asking) => {
    const { device, world } = asking
    const page = shared(asking.type())
    return {
      signs: pageWish(world.couple),
      run: async () => {
        const share = await sharing.sealShare(device, world.me, { coupleId: world.couple, page, types: ['spiritual'] })
        return [{ value: [await sharing.sendShare(device, world.me, share)], wish: pageWish(world.couple, share.id) }]
      },
    }
  },
  editSharedPage: (asking) => {
    const text = { ...shared('as it was'), changedOn: null }
    const row = { ...rowAs<SharedEntryRow>(asking, mine(asking, ENTRY)), opened: { is: 'text', text } } as const
    const wish = pageWish(asking.world.couple, row.id)
    const change = { page: shared(asking.type()), types: ['spiritual'] } as const
    return {
      signs: wish,
      run: async () => [{ value: [await sharing.editSharedPage(asking.device, asking.world.me, row, change)], wish }],
    }
  },
  takeBackPage: (asking) => {
    const row = rowAs<SharedEntryRow>(asking, mine(asking, ENTRY))
    const wish = pageWish(asking.world.couple, row.id)
    return {
      signs: wish,
      run: async () => [{ value: [await sharing.takeBackPage(asking.device, asking.world.me, row)], wish }],
    }
  },
  sendReply: (asking) => {
    const { device, world } = asking
    const page = asking.pick(newest(asking, isShared(ENTRY, world.couple)))
    const wish: Wish = { magic: REPLY, couple: world.couple, id: randomUuid(), about: { page: page.id } }
    return {
      signs: wish,
      run: async () => {
        const draft = { id: wish.id ?? '', text: asking.type() }
        const reply = await sharing.sealReply(device, world.me, { id: page.id, coupleId: world.couple }, draft)
        return [{ value: [await sharing.sendReply(device, world.me, world.couple, reply)], wish }]
      },
    }
  },
  editReply: (asking) => {
    const row = rowAs<ReplyRow>(asking, mine(asking, REPLY))
    const { couple, me } = asking.world
    const wish: Wish = { magic: REPLY, couple, id: row.id, about: { page: row.pageId } }
    const text = asking.pick([asking.type(), null])
    return {
      signs: wish,
      run: async () => [{ value: [await sharing.editReply(asking.device, me, couple, row, text)], wish }],
    }
  },
  sendPart: (asking) => {
    const { id } = asking.pick(newest(asking, isShared(MOMENT, asking.world.couple)))
    const wish: Wish = { magic: MOMENT, couple: 'any', id }
    return { run: async () => [{ value: [await moments.sendPart(asking.device, asking.world.me, id, true)], wish }] }
  },
  letDayCount: (asking) => {
    const { device, world } = asking
    const about = { day: DAY, who: 'me' }
    const wish: Wish = { magic: MOMENT, couple: world.couple, id: randomUuid(), author: world.me.uid, about }
    const details = { day: DAY, types: ['physical'], id: wish.id ?? '' } as const
    return {
      signs: wish,
      run: async () => [{ value: [await moments.letDayCount(device, world.me, world.couple, details)], wish }],
    }
  },
  openLogged: (asking) => {
    const { device, world } = asking
    const about = { day: DAY, who: 'both' }
    const wish: Wish = { magic: MOMENT, couple: world.couple, author: world.me.uid, about }
    const details = { day: DAY, who: 'both', types: ['physical'], words: asking.type() } as const
    return {
      signs: wish,
      run: async () => [{ value: [await makeMomentLogger(device, world.couple)(world.me, details)], wish }],
    }
  },
  removeMoment: (asking) => {
    const row = rowAs<MomentRow>(asking, mine(asking, MOMENT))
    const wish: Wish = { magic: MOMENT, couple: row.coupleId, id: row.id, about: { day: row.day, who: row.who } }
    return {
      signs: wish,
      run: async () => [{ value: [await moments.removeMoment(asking.device, asking.world.me, row)], wish }],
    }
  },
  sendMomentVersion: (asking) => {
    const row = rowAs<MomentRow>(asking, mine(asking, MOMENT))
    const wish: Wish = { magic: MOMENT, couple: row.coupleId, id: row.id, about: { day: row.day, who: row.who } }
    const change = { types: ['spiritual'], words: asking.type() } as const
    return {
      signs: wish,
      run: async () => [
        { value: [await moments.sendMomentVersion(asking.device, asking.world.me, row, change)], wish },
      ],
    }
  },
  sendMeaning: (asking) => {
    const { device, world } = asking
    const text = mine(asking, 'fivefold-meaning/v1')
    const ritual = String((text.meta as Fields)['ritual'])
    const read = asking.pick([{ id: text.id, rev: 2 }, { id: text.id, rev: 1 }, null])
    return {
      signs: { magic: text.magic, couple: world.couple, about: { ritual } },
      run: async () => {
        await sendMeaning(device, world.me, { id: ritual, coupleId: world.couple }, asking.type(), read)
        return []
      },
    }
  },
  sendLine: (asking) => {
    const { device, world } = asking
    const text = mine(asking, 'fivefold-line/v1')
    const plan = String((text.meta as Fields)['plan'])
    const read = asking.pick([{ id: text.id, rev: 2 }, { id: text.id, rev: 1 }, null])
    return {
      signs: { magic: text.magic, couple: world.couple, about: { plan } },
      run: async () => {
        await sendLine(device, world.me, { id: plan, coupleId: world.couple }, asking.type(), read)
        return []
      },
    }
  },
  sendProposal: (asking) => {
    const ids = makeProposalIds()
    const { couple } = asking.world
    return {
      signs: { magic: 'fivefold-meaning/v1', couple, about: { ritual: ids.id } },
      run: async () => {
        const proposal = { ...ids, coupleId: couple, terms: soup(asking) }
        await sendProposal(asking.device, proposal, { vault: asking.world.me, text: asking.type() })
        return []
      },
    }
  },
  sendAgreement: (asking) => {
    const { couple } = asking.world
    const ritual = String((mine(asking, 'fivefold-meaning/v1').meta as Fields)['ritual'])
    const read = ritualOf(ritual, couple, asking.world.partner) as unknown as Ritual
    return {
      signs: { magic: 'fivefold-meaning/v1', couple, about: { ritual } },
      run: async () => {
        await sendAgreement(asking.device, read, { vault: asking.world.me, text: asking.type() })
        return []
      },
    }
  },
  removePage: (asking) => {
    const { id, rev } = asking.pick(newest(asking, ({ couple }) => couple === null))
    return {
      signs: { magic: ENTRY, couple: null, id },
      run: async () => {
        const removed = await removePage(asking.device, asking.world.me, { id, rev, page: pageOf(asking.type()) })
        return [{ value: [{ id: removed.id }], wish: { magic: ENTRY, couple: null, id } }]
      },
    }
  },
  sendFinished: (asking) => {
    const { device, world } = asking
    const text = asking.pick(newest(asking, ({ couple }) => couple === null))
    const finished = asking.pick([1, 2, 3])
    return {
      signs: { magic: ENTRY, couple: null },
      run: async () => {
        const sealed: Sealed64 = await sealPage(world.me, text.id, finished, pageOf(asking.type()))
        await device.store.keepDraft(world.me.uid, { id: text.id, of: null, sealed, savedAt: 1, finished })
        await sendFinished(device, world.me)
        return []
      },
    }
  },
} satisfies Record<string, OpenerCase>
