import { beforeAll, describe, expect, test } from 'vitest'
import { Unreachable, type Call } from '@/lib/http/call'
import { newCouple, newPerson, type TestPerson } from '@/lib/testing/people'
import type { TestDevice } from '@/lib/testing/devices'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import { beginEditing, startPage, type Beginning } from './beginning'
import { sendNextPage, fetchOwnPage, fetchOwnPages, removePage } from './device'
import { makeDraftSaver } from '@/lib/device/drafts'
import { pageDrafts } from './draft-body'
import { makeJournalList } from './journal-list'
import { finishPage, sendFinished, openWaitingPages } from './outbox'
import type { Page } from './page'
import type { SharedPage } from './share'
import { sealShare, sendShare } from './sharing'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})

const day = parseDay('2026-11-24')
const reflection = (text: string): Page => ({ day, types: ['emotional'], writing: { kind: 'reflection', text } })
const withText = (beginning: Beginning, text: string) => ({
  ...beginning.body,
  writing: { kind: 'reflection', text } as const,
})

/** Writes a page and sends it, as *Done* does. */
async function write({ device, vault }: TestPerson, text: string, id = randomUuid()): Promise<string> {
  await finishPage(device, vault(), { id, base: 0, page: reflection(text), draft: { id, of: null, sealed: null } })
  expect(await sendFinished(device, vault())).toEqual({ sent: [id], twice: [], failure: null })
  return id
}

/** The same device on a network that loses requests or answers. */
const onNetwork = (device: TestDevice, loses: () => 'request' | 'answer' | null): TestDevice => {
  const call: Call = async (contract, input, options) => {
    const lost = loses()
    if (lost === 'request') throw new Unreachable('lost')
    const answer = await device.call(contract, input, options)
    if (lost === 'answer') throw new Unreachable('lost')
    return answer
  }
  return { ...device, call }
}
const offline = (device: TestDevice) => onNetwork(device, () => 'request')

const textOf = (page: { opened: { is: string } } | undefined) => {
  const opened = page?.opened as { is: string; text?: { writing?: { text?: string } } } | undefined
  return opened?.is === 'text' ? opened.text?.writing?.text : opened?.is
}

describe('a finished page', () => {
  test('is saved by the server, sealed, and no longer waits on the device', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'Soup, too salty.')
    expect(await noor.device.store.drafts(noor.id)).toEqual([])
    const page = await fetchOwnPage(noor.device, noor.vault(), id)
    expect(page).toMatchObject({ rev: 1, opened: { is: 'text', text: reflection('Soup, too salty.') } })
    expect(Buffer.from(page.sealed, 'base64url').toString('latin1')).not.toContain('Soup')
  })

  test('waits on the device while it is offline, and the same bytes are saved once', async () => {
    const noor = await newPerson(app)
    const id = randomUuid()
    const device = offline(noor.device)
    await finishPage(device, noor.vault(), {
      id,
      base: 0,
      page: reflection('on the train'),
      draft: { id, of: null, sealed: null },
    })
    const stored = await device.store.draft(noor.id, id)
    expect((await sendFinished(device, noor.vault())).failure).toBeInstanceOf(Unreachable)
    expect(await device.store.draft(noor.id, id)).toEqual(stored)
    expect((await openWaitingPages(device, noor.vault())).map(textOf)).toEqual(['on the train'])
    expect((await sendFinished(noor.device, noor.vault())).sent).toEqual([id])
    expect((await fetchOwnPage(noor.device, noor.vault(), id)).sealed).toBe(stored?.sealed)
    expect(await openWaitingPages(noor.device, noor.vault())).toEqual([])
  })

  test('whose answer was lost is saved once, and a later text becomes its next version', async () => {
    const noor = await newPerson(app)
    const id = randomUuid()
    const losing = onNetwork(noor.device, () => 'answer')
    await finishPage(losing, noor.vault(), {
      id,
      base: 0,
      page: reflection('first'),
      draft: { id, of: null, sealed: null },
    })
    expect((await sendFinished(losing, noor.vault())).failure).toBeInstanceOf(Unreachable)
    await finishPage(noor.device, noor.vault(), {
      id,
      base: 0,
      page: reflection('second'),
      draft: { id, of: null, sealed: null },
    })
    expect(await sendFinished(noor.device, noor.vault())).toEqual({ sent: [id], twice: [], failure: null })
    const { rows } = await fetchOwnPages(noor.device, noor.vault())
    expect(rows.map((row) => [row.rev, textOf(row)])).toEqual([[2, 'second']])
  })

  test('that is edited becomes its next version', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'before')
    const begun = await beginEditing(noor.device, noor.vault(), id)
    if (!begun) throw new Error('The page does not exist.')
    const saver = makeDraftSaver(noor.device, draftRecipientOf(noor.vault()), { codec: pageDrafts, place: begun.place })
    saver.change(withText(begun, 'after'))
    await saver.flush()
    expect((await beginEditing(noor.device, noor.vault(), id))?.resumed).toBe(true)
    await finishPage(noor.device, noor.vault(), {
      id,
      base: begun.body.base,
      page: reflection('after'),
      draft: saver.place(),
    })
    expect((await sendFinished(noor.device, noor.vault())).failure).toBeNull()
    expect(await fetchOwnPage(noor.device, noor.vault(), id)).toMatchObject({
      rev: 2,
      opened: { is: 'text', text: reflection('after') },
    })
    expect(await noor.device.store.drafts(noor.id)).toEqual([])
  })

  test('that two devices changed becomes two pages, and neither change is lost', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'one')
    const secondDevice = await noor.signInElsewhere()
    const secondVault = secondDevice.journal.vault()
    if (!secondVault) throw new Error('The journal is not open on the second device.')
    await finishPage(secondDevice, secondVault, {
      id,
      base: 1,
      page: reflection('there'),
      draft: { id: randomUuid(), of: id, sealed: null },
    })
    await sendFinished(secondDevice, secondVault)
    await finishPage(noor.device, noor.vault(), {
      id,
      base: 1,
      page: reflection('here'),
      draft: { id: randomUuid(), of: id, sealed: null },
    })
    const { twice, failure } = await sendFinished(noor.device, noor.vault())
    expect([twice.length, failure]).toEqual([1, null])
    expect((await fetchOwnPages(noor.device, noor.vault())).rows.map(textOf).toSorted()).toEqual(['here', 'there'])
  })

  test('that two tabs changed before it was sent becomes two pages too', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'one')
    const change = async (text: string) =>
      (
        await finishPage(noor.device, noor.vault(), {
          id,
          base: 1,
          page: reflection(text),
          draft: { id: randomUuid(), of: id, sealed: null },
        })
      ).id
    const [firstId, secondId] = [await change('here'), await change('there')]
    expect([firstId === id, secondId === id]).toEqual([true, false])
    expect((await sendFinished(noor.device, noor.vault())).failure).toBeNull()
    const { rows } = await fetchOwnPages(noor.device, noor.vault())
    expect(rows.map((row) => [row.id, row.rev, textOf(row)]).toSorted()).toEqual(
      [
        [id, 2, 'here'],
        [secondId, 1, 'there'],
      ].toSorted(),
    )
  })

  test('is saved once, whatever requests and answers the network loses', async () => {
    const noor = await newPerson(app)
    let turn = 0
    const flaky = onNetwork(
      noor.device,
      () => (['request', 'answer', null, 'answer', 'request', null] as const)[turn++ % 6] ?? null,
    )
    const texts = Array.from({ length: 12 }, (_, n) => `page ${n}`)
    for (const text of texts) {
      const id = randomUuid()
      await finishPage(flaky, noor.vault(), {
        id,
        base: 0,
        page: reflection(text),
        draft: { id, of: null, sealed: null },
      })
      await sendFinished(flaky, noor.vault())
    }
    while ((await sendFinished(flaky, noor.vault())).failure) {
      /* the network fails now and then */
    }
    expect((await fetchOwnPages(noor.device, noor.vault())).rows.map(textOf).toSorted()).toEqual(texts.toSorted())
    expect(await openWaitingPages(noor.device, noor.vault())).toEqual([])
  })
})

describe('removing', () => {
  test('empties the page, and undo brings it back with its text', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'gone and back')
    const gone = await removePage(noor.device, noor.vault(), { id, rev: 1, page: reflection('gone and back') })
    expect(textOf(await fetchOwnPage(noor.device, noor.vault(), id))).toBe('removed')
    await sendNextPage(noor.device, noor.vault(), gone)
    expect(await fetchOwnPage(noor.device, noor.vault(), id)).toMatchObject({
      rev: 3,
      opened: { is: 'text', text: reflection('gone and back') },
    })
  })
})

describe('the list', () => {
  test('shows private and shared pages together, newest first, with waiting pages and drafts', async () => {
    const { a, b, id: coupleId } = await newCouple(app)
    await write(a, 'oldest')
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
    await write(a, 'newest')
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
