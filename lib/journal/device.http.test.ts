// A private page from *Done* to the server: offline, retried, edited on two devices, and removed.
import { beforeAll, describe, expect, test } from 'vitest'
import { Unreachable } from '@/lib/http/call'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import { beginEditing } from './beginning'
import { sendNextPage, fetchOwnPage, fetchOwnPages, removePage } from './device'
import { makeDraftSaver } from '@/lib/device/drafts'
import { pageDrafts } from './draft-body'
import { finishPage, sendFinished, openWaitingPages } from './outbox'
import { offline, onNetwork, reflection, textOf, withText, writeOwnPage } from '@/lib/testing/own-pages'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})

describe('a finished page', () => {
  test('is saved by the server, sealed, and no longer waits on the device', async () => {
    const noor = await newPerson(app)
    const id = await writeOwnPage(noor, 'Soup, too salty.')
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
    const id = await writeOwnPage(noor, 'before')
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
    const id = await writeOwnPage(noor, 'one')
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
    const id = await writeOwnPage(noor, 'one')
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
    const id = await writeOwnPage(noor, 'gone and back')
    const gone = await removePage(noor.device, noor.vault(), { id, rev: 1, page: reflection('gone and back') })
    expect(textOf(await fetchOwnPage(noor.device, noor.vault(), id))).toBe('removed')
    await sendNextPage(noor.device, noor.vault(), gone)
    expect(await fetchOwnPage(noor.device, noor.vault(), id)).toMatchObject({
      rev: 3,
      opened: { is: 'text', text: reflection('gone and back') },
    })
  })
})
