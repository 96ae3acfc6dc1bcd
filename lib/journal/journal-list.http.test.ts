// The list of the journal: what is on the server and on the device, in one order.
import { beforeAll, describe, expect, test } from 'vitest'
import { Unreachable } from '@/lib/http/call'
import { newCouple, newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import { startPage } from './beginning'
import { makeDraftSaver } from '@/lib/device/drafts'
import { pageDrafts } from './draft-body'
import { makeJournalList } from './journal-list'
import { finishPage, openWaitingPages } from './outbox'
import type { SharedPage } from './share'
import { sealShare, sendShare } from './sharing'
import { offline, onNetwork, reflection, textOf, withText, writeOwnPage } from '@/lib/testing/own-pages'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})

describe('the list', () => {
  test('shows private and shared pages together, newest first, with waiting pages and drafts', async () => {
    const { a, b, id: coupleId } = await newCouple(app)
    await writeOwnPage(a, 'oldest')
    const { id: theirs } = await sendShare(
      b.device,
      b.vault(),
      await sealShare(b.device, b.vault(), {
        coupleId,
        page: { kind: 'reflection', words: { text: 'from Elias' }, wants: 'nothing', writtenDay: null },
        types: [],
      }),
    )
    await app.on(1000)
    await writeOwnPage(a, 'newest')
    const waiting = randomUuid()
    await finishPage(a.device, a.vault(), {
      id: waiting,
      base: 0,
      page: reflection('unsent'),
      draft: { id: waiting, of: null, sealed: null },
    })
    const begun = startPage(a.device, 'reflection')
    const saver = makeDraftSaver(a.device, draftRecipientOf(a.vault()), { codec: pageDrafts, place: begun.place })
    saver.change(withText(begun, 'in the middle'))
    await saver.flush()

    const list = makeJournalList(
      onNetwork(a.device, () => null),
      a.vault(),
    )
    expect(list.view().state).toBe('opening')
    await list.refresh()
    const view = list.view()
    expect(view).toMatchObject({ state: 'open', failure: null, more: false })
    expect(
      view.pages.map((page) => (page.audience === 'both' ? page.id === theirs && 'from Elias' : textOf(page))),
    ).toContain('unsent')
    expect(view.pages.map((page) => page.audience)).toHaveLength(4)
    expect(view.drafts).toHaveLength(1)
    expect(await openWaitingPages(a.device, a.vault())).toEqual([])
  })

  test('shows what is on the device where it is offline from the start', async () => {
    const noor = await newPerson(app)
    const id = randomUuid()
    await finishPage(noor.device, noor.vault(), {
      id,
      base: 0,
      page: reflection('unsent'),
      draft: { id, of: null, sealed: null },
    })
    const list = makeJournalList(offline(noor.device), noor.vault())
    await list.refresh()
    expect(list.view()).toMatchObject({ state: 'failed', pages: [{ id, waiting: true }] })
    expect(list.view().failure).toBeInstanceOf(Unreachable)
  })

  test('opens also where a page is read again at the same time', async () => {
    const noor = await newPerson(app)
    await writeOwnPage(noor, 'just finished')
    const list = makeJournalList(noor.device, noor.vault())
    await Promise.all([list.reread(randomUuid()), list.refresh(), list.refresh()])
    expect(list.view()).toMatchObject({ state: 'open', reading: false, pages: [{ audience: 'me' }] })
  })

  test('keeps the pages that the viewer shared, after parting', async () => {
    const { a, b, id: coupleId } = await newCouple(app)
    const page = (text: string): SharedPage => ({
      kind: 'reflection',
      words: { text },
      wants: 'listen',
      writtenDay: null,
      changedOn: null,
    })
    await sendShare(
      a.device,
      a.vault(),
      await sealShare(a.device, a.vault(), { coupleId, page: page('mine'), types: [] }),
    )
    await sendShare(
      b.device,
      b.vault(),
      await sealShare(b.device, b.vault(), { coupleId, page: page('theirs'), types: [] }),
    )
    const { deleteCouple: part } = await import('@/lib/couples/contract')
    await b.device.call(part, {})
    const { settlePairing } = await import('@/lib/couples/device')
    await settlePairing(a.device, a.vault())
    const list = makeJournalList(a.device, a.vault())
    await list.refresh()
    expect(
      list
        .view()
        .pages.map((each) => each.audience === 'both' && each.opened.is === 'text' && each.opened.text.words.text),
    ).toEqual(['mine'])
  })
})
