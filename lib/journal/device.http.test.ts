import { beforeAll, describe, expect, test } from 'vitest'
import { openByPhrase } from '@/lib/accounts/open-journal'
import { lockDevice } from '@/lib/accounts/device-lock'
import { Unreachable, type Call } from '@/lib/http/call'
import { newCouple, newPerson, type Person } from '@/lib/testing/people'
import type { TestDevice } from '@/lib/testing/devices'
import { sharedApp, type Served } from '@/lib/testing/served'
import { until } from '@/lib/testing/until'
import { parseDay } from '@/lib/time/day'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import { beginEditing, beginWriting, newPage, type Beginning } from './beginning'
import { bringPageBack, ownPage, ownPages, removePage, todayOf } from './device'
import { draftSaver, unfinishedDrafts } from './drafts'
import { journalList } from './journal-list'
import { finishPage, sendFinished, waitingPages } from './outbox'
import type { Page } from './page'
import type { SharedPage } from './share'
import { changeReply, changeShared, repliesTo, sealReply, sealShare, sendReply, sendShare, sharedPage, sharedPages, takeBack } from './sharing'

let app: Served
beforeAll(async () => { app = await sharedApp('2026-11-24T12:00:00.000Z') })

const day = parseDay('2026-11-24')
const reflection = (text: string): Page => ({ day, types: ['emotional'], writing: { kind: 'reflection', text } })
const at = (once: Beginning, text: string) => ({ ...once.body, writing: { kind: 'reflection', text } as const })
const now = (ms: number, run: () => void) => { const set = setTimeout(run, 0 * ms); return () => clearTimeout(set) }

/** Writes a page and sends it, as *Done* does. */
async function write({ device, vault }: Person, text: string, id = randomUuid()): Promise<string> {
  await finishPage(device, vault(), { id, base: 0, page: reflection(text), draft: { id, of: null, sealed: null } })
  expect(await sendFinished(device, vault())).toEqual({ sent: [id], twice: [], failure: null })
  return id
}

/** The same device on a network that loses things: requests, answers, or nothing. */
const onNetwork = (device: TestDevice, loses: () => 'request' | 'answer' | null): TestDevice => {
  const call: Call = async (contract, input, options) => {
    const lost = loses()
    if (lost === 'request') throw new Unreachable('away')
    const answer = await device.call(contract, input, options)
    if (lost === 'answer') throw new Unreachable('away')
    return answer
  }
  return { ...device, call }
}
const away = (device: TestDevice) => onNetwork(device, () => 'request')

const textOf = (page: { opened: { is: string } } | undefined) => {
  const opened = page?.opened as { is: string; text?: { writing?: { text?: string } } } | undefined
  return opened?.is === 'text' ? opened.text?.writing?.text : opened?.is
}

describe('a draft', () => {
  test('is kept while it is typed, and found again after a reload', async () => {
    const noor = await newPerson(app)
    const begun = newPage(noor.device, 'reflection')
    const saver = draftSaver(noor.device, draftRecipientOf(noor.vault()), { place: begun.place, after: now })
    saver.change(at(begun, 'You laughed'))
    expect(saver.saving()).toEqual({ is: 'saving' })
    await until('it is saved', () => saver.saving().is === 'saved')
    const later = noor.device.reload()
    const vault = await openByPhrase(later, noor.phrase)
    const found = await beginWriting(later, vault, 'reflection', null)
    expect(found).toMatchObject({ resumed: true, id: begun.id, body: { writing: { text: 'You laughed' }, day } })
    const [kept] = await later.store.drafts(noor.id)
    const lies = Buffer.from(kept?.sealed ?? '', 'base64url').toString('latin1')
    expect(lies).toMatch(/^age-encryption\.org\/v1\n/)
    expect(lies).not.toContain('laughed')
  })

  test('is saved by a device that has locked meanwhile, and whose session is over', async () => {
    const noor = await newPerson(app)
    const begun = newPage(noor.device, 'reflection')
    const saver = draftSaver(noor.device, draftRecipientOf(noor.vault()), { place: begun.place, after: () => () => {} })
    saver.change(at(begun, 'still typing'))
    await lockDevice(noor.device)
    await noor.device.fetch('/api/me/sessions/current', { method: 'DELETE' })
    await saver.flush()
    expect(saver.saving().is).toBe('saved')
    const vault = await openByPhrase(noor.device, noor.phrase)
    expect((await unfinishedDrafts(noor.device, vault)).map(({ body }) => body.is === 'page' && body.writing)).toEqual([{ kind: 'reflection', text: 'still typing' }])
  })

  test('that two tabs write to becomes two, and no word is lost', async () => {
    const noor = await newPerson(app)
    const recipient = draftRecipientOf(noor.vault())
    const begun = newPage(noor.device, 'reflection')
    const one = draftSaver(noor.device, recipient, { place: begun.place })
    one.change(at(begun, 'begun'))
    await one.flush()
    const other = draftSaver(noor.device, recipient, { place: one.place() })
    one.change(at(begun, 'begun here'))
    await one.flush()
    other.change(at(begun, 'begun there'))
    await other.flush()
    const texts = (await unfinishedDrafts(noor.device, noor.vault())).map(({ body }) => body.is === 'page' && body.writing.kind === 'reflection' && body.writing.text)
    expect(texts.toSorted()).toEqual(['begun here', 'begun there'])
  })

  test('without a word in it is none, and one that is emptied goes', async () => {
    const noor = await newPerson(app)
    const begun = newPage(noor.device, 'reflection')
    const saver = draftSaver(noor.device, draftRecipientOf(noor.vault()), { place: begun.place })
    saver.change(at(begun, ' '))
    await saver.flush()
    saver.change(at(begun, 'word'))
    await saver.flush()
    expect(await noor.device.store.drafts(noor.id)).toHaveLength(1)
    saver.change(at(begun, ''))
    await saver.flush()
    expect(await noor.device.store.drafts(noor.id)).toEqual([])
    expect(saver.saving()).toEqual({ is: 'nothing' })
  })

  test('that this device has no room for says so and is tried again', async () => {
    const noor = await newPerson(app)
    const begun = newPage(noor.device, 'reflection')
    let full = true
    const { VaultError } = await import('@/lib/vault/vault-error')
    const store: typeof noor.device.store = { ...noor.device.store, keepDraft: async (...kept) => { if (full) throw new VaultError('storage-full'); return noor.device.store.keepDraft(...kept) } }
    const saver = draftSaver({ ...noor.device, store }, draftRecipientOf(noor.vault()), { place: begun.place })
    saver.change(at(begun, 'a word'))
    await saver.flush()
    expect(saver.saving()).toEqual({ is: 'failed', code: 'storage-full' })
    full = false
    await saver.flush()
    expect(saver.saving().is).toBe('saved')
  })
})

describe('a finished page', () => {
  test('is with the server, sealed, and gone from what waits', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'Soup, too salty.')
    expect(await noor.device.store.drafts(noor.id)).toEqual([])
    const page = await ownPage(noor.device, noor.vault(), id)
    expect(page).toMatchObject({ rev: 1, opened: { is: 'text', text: reflection('Soup, too salty.') } })
    expect(Buffer.from(page.sealed, 'base64url').toString('latin1')).not.toContain('Soup')
  })

  test('waits on the device while the network is away, byte for byte, and goes up once', async () => {
    const noor = await newPerson(app)
    const id = randomUuid()
    const device = away(noor.device)
    await finishPage(device, noor.vault(), { id, base: 0, page: reflection('on the train'), draft: { id, of: null, sealed: null } })
    const kept = await device.store.draft(noor.id, id)
    expect((await sendFinished(device, noor.vault())).failure).toBeInstanceOf(Unreachable)
    expect(await device.store.draft(noor.id, id)).toEqual(kept)
    expect((await waitingPages(device, noor.vault())).map(textOf)).toEqual(['on the train'])
    expect((await sendFinished(noor.device, noor.vault())).sent).toEqual([id])
    expect((await ownPage(noor.device, noor.vault(), id)).sealed).toBe(kept?.sealed)
    expect(await waitingPages(noor.device, noor.vault())).toEqual([])
  })

  test('whose answer was lost is one page, and what was written since follows it', async () => {
    const noor = await newPerson(app)
    const id = randomUuid()
    const losing = onNetwork(noor.device, () => 'answer')
    await finishPage(losing, noor.vault(), { id, base: 0, page: reflection('first'), draft: { id, of: null, sealed: null } })
    expect((await sendFinished(losing, noor.vault())).failure).toBeInstanceOf(Unreachable)
    await finishPage(noor.device, noor.vault(), { id, base: 0, page: reflection('second'), draft: { id, of: null, sealed: null } })
    expect(await sendFinished(noor.device, noor.vault())).toEqual({ sent: [id], twice: [], failure: null })
    const { rows } = await ownPages(noor.device, noor.vault())
    expect(rows.map((row) => [row.rev, textOf(row)])).toEqual([[2, 'second']])
  })

  test('that is edited becomes its next version', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'before')
    const begun = await beginEditing(noor.device, noor.vault(), id)
    if (!begun) throw new Error('The page is there.')
    const saver = draftSaver(noor.device, draftRecipientOf(noor.vault()), { place: begun.place })
    saver.change(at(begun, 'after'))
    await saver.flush()
    expect((await beginEditing(noor.device, noor.vault(), id))?.resumed).toBe(true)
    await finishPage(noor.device, noor.vault(), { id, base: begun.body.base, page: reflection('after'), draft: saver.place() })
    expect((await sendFinished(noor.device, noor.vault())).failure).toBeNull()
    expect(await ownPage(noor.device, noor.vault(), id)).toMatchObject({ rev: 2, opened: { is: 'text', text: reflection('after') } })
    expect(await noor.device.store.drafts(noor.id)).toEqual([])
  })

  test('that two devices changed is kept twice, and neither change is lost', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'one')
    const other = await noor.signInElsewhere()
    const otherVault = other.journal.vault()
    if (!otherVault) throw new Error('It is open there.')
    await finishPage(other, otherVault, { id, base: 1, page: reflection('there'), draft: { id: randomUuid(), of: id, sealed: null } })
    await sendFinished(other, otherVault)
    await finishPage(noor.device, noor.vault(), { id, base: 1, page: reflection('here'), draft: { id: randomUuid(), of: id, sealed: null } })
    const { twice, failure } = await sendFinished(noor.device, noor.vault())
    expect([twice.length, failure]).toEqual([1, null])
    expect((await ownPages(noor.device, noor.vault())).rows.map(textOf).toSorted()).toEqual(['here', 'there'])
  })

  test('is never lost, whatever the network loses', async () => {
    const noor = await newPerson(app)
    let turn = 0
    const flaky = onNetwork(noor.device, () => (['request', 'answer', null, 'answer', 'request', null] as const)[turn++ % 6] ?? null)
    const texts = Array.from({ length: 12 }, (_, n) => `page ${n}`)
    for (const text of texts) {
      const id = randomUuid()
      await finishPage(flaky, noor.vault(), { id, base: 0, page: reflection(text), draft: { id, of: null, sealed: null } })
      await sendFinished(flaky, noor.vault())
    }
    while ((await sendFinished(flaky, noor.vault())).failure) { /* the network comes and goes */ }
    expect((await ownPages(noor.device, noor.vault())).rows.map(textOf).toSorted()).toEqual(texts.toSorted())
    expect(await waitingPages(noor.device, noor.vault())).toEqual([])
  })
})

describe('removing', () => {
  test('empties the page for good, and undo brings it back as it was', async () => {
    const noor = await newPerson(app)
    const id = await write(noor, 'gone and back')
    const gone = await removePage(noor.device, noor.vault(), { id, rev: 1, page: reflection('gone and back') })
    expect(textOf(await ownPage(noor.device, noor.vault(), id))).toBe('removed')
    await bringPageBack(noor.device, noor.vault(), gone)
    expect(await ownPage(noor.device, noor.vault(), id)).toMatchObject({ rev: 3, opened: { is: 'text', text: reflection('gone and back') } })
  })
})

describe('sharing', () => {
  const said: SharedPage = { kind: 'voice', words: { answer: 'I was there on Sunday.', step: 'Say it earlier.' }, wants: 'listen', writtenDay: null }

  async function shared() {
    const couple = await newCouple(app)
    const { a } = couple
    const sealed = await sealShare(a.device, a.vault(), { couple: couple.id, page: said, types: ['emotional'] })
    const page = await sendShare(a.device, a.vault(), sealed)
    return { ...couple, sealed, page }
  }

  test('shows the partner what was previewed, the day it is for its writer, and nothing else', async () => {
    const { a, b, page, sealed } = await shared()
    expect(await sendShare(a.device, a.vault(), sealed)).toEqual(page)
    const theirs = await sharedPage(b.device, b.vault(), page.id)
    expect(theirs).toMatchObject({ author: a.id, types: ['emotional'], kind: 'voice', day: todayOf(a.device), opened: { is: 'text', text: said } })
    expect((await sharedPages(b.device, b.vault())).rows.map(({ id }) => id)).toEqual([page.id])
  })

  test('is answered, changed and removed by whoever wrote it, with an undo', async () => {
    const { a, b, id: couple, page } = await shared()
    const reply = await sendReply(b.device, b.vault(), couple, await sealReply(b.device, b.vault(), page, { id: randomUuid(), text: 'I hear you.' }))
    const read = async (who: Person) => (await repliesTo(who.device, who.vault(), page)).map(({ opened }) => (opened.is === 'text' ? opened.text : opened.is))
    expect(await read(a)).toEqual(['I hear you.'])
    const changed = await changeReply(b.device, b.vault(), couple, reply, 'I’m with you.')
    expect(await read(a)).toEqual(['I’m with you.'])
    const gone = await changeReply(b.device, b.vault(), couple, changed, null)
    expect(await read(a)).toEqual(['removed'])
    await changeReply(b.device, b.vault(), couple, gone, 'I’m with you.')
    expect(await read(a)).toEqual(['I’m with you.'])
  })

  test('is taken back for both, undone, and its words are changed in the shared copy alone', async () => {
    const { a, b, page, id: couple } = await shared()
    const reply = await sealReply(b.device, b.vault(), page, { id: randomUuid(), text: 'Thank you.' })
    await sendReply(b.device, b.vault(), couple, reply)
    const gone = await takeBack(a.device, a.vault(), page)
    expect(await sharedPage(b.device, b.vault(), page.id)).toMatchObject({ removed: true, types: [], opened: { is: 'removed' } })
    expect(await repliesTo(a.device, a.vault(), page)).toEqual([])
    expect(await repliesTo(b.device, b.vault(), page)).toHaveLength(1)
    await expect(sendReply(b.device, b.vault(), couple, { ...reply, id: randomUuid() })).rejects.toMatchObject({ code: 'page-taken-back' })
    const other = { ...said, words: { answer: 'Other words.' } }
    await changeShared(a.device, a.vault(), gone, { page: other, types: ['emotional', 'spiritual'] })
    expect(await sharedPage(b.device, b.vault(), page.id)).toMatchObject({ rev: 3, types: ['emotional', 'spiritual'], opened: { is: 'text', text: other } })
    expect(await repliesTo(a.device, a.vault(), page)).toHaveLength(1)
  })

  test('a row that was tampered with shows as one that can’t be shown, and never half of it', async () => {
    const { b, page } = await shared()
    const { withConnection } = await import('@/lib/db/connection')
    await withConnection(app.ownerUrl, async (db) => void (await db.query(`update shared_entry set types = '{physical}' where id = $1`, [page.id])))
    expect((await sharedPage(b.device, b.vault(), page.id)).opened).toEqual({ is: 'failed', code: 'meta-mismatch' })
    await withConnection(app.ownerUrl, async (db) => void (await db.query(`update shared_entry set types = '{}', removed = true where id = $1`, [page.id])))
    expect((await sharedPage(b.device, b.vault(), page.id)).opened.is).toBe('failed')
  })
})

describe('the list', () => {
  test('holds private and shared pages as one, newest first, with what waits and what is unfinished', async () => {
    const { a, b, id: couple } = await newCouple(app)
    await write(a, 'oldest')
    const { id: theirs } = await sendShare(b.device, b.vault(), await sealShare(b.device, b.vault(), { couple, page: { kind: 'reflection', words: { text: 'from Elias' }, wants: 'nothing', writtenDay: null }, types: [] }))
    await app.on(1000)
    await write(a, 'newest')
    const waiting = randomUuid()
    await finishPage(a.device, a.vault(), { id: waiting, base: 0, page: reflection('unsent'), draft: { id: waiting, of: null, sealed: null } })
    const begun = newPage(a.device, 'reflection')
    const saver = draftSaver(a.device, draftRecipientOf(a.vault()), { place: begun.place })
    saver.change(at(begun, 'in the middle'))
    await saver.flush()

    const list = journalList(onNetwork(a.device, () => null), a.vault())
    expect(list.view().state).toBe('opening')
    await list.refresh()
    const view = list.view()
    expect(view).toMatchObject({ state: 'open', failure: null, more: false })
    expect(view.pages.map((page) => (page.of === 'both' ? page.id === theirs && 'from Elias' : textOf(page)))).toContain('unsent')
    expect(view.pages.map((page) => page.of)).toHaveLength(4)
    expect(view.drafts).toHaveLength(1)
    expect(await waitingPages(a.device, a.vault())).toEqual([])
  })

  test('shows what is on the device where the network is away from the start', async () => {
    const noor = await newPerson(app)
    const id = randomUuid()
    await finishPage(noor.device, noor.vault(), { id, base: 0, page: reflection('unsent'), draft: { id, of: null, sealed: null } })
    const list = journalList(away(noor.device), noor.vault())
    await list.refresh()
    expect(list.view()).toMatchObject({ state: 'failed', pages: [{ id, waiting: true }] })
    expect(list.view().failure).toBeInstanceOf(Unreachable)
  })

  test('keeps my own shared pages of before, after parting', async () => {
    const { a, b, id: couple } = await newCouple(app)
    const page = (text: string): SharedPage => ({ kind: 'reflection', words: { text }, wants: 'listen', writtenDay: null })
    await sendShare(a.device, a.vault(), await sealShare(a.device, a.vault(), { couple, page: page('mine'), types: [] }))
    await sendShare(b.device, b.vault(), await sealShare(b.device, b.vault(), { couple, page: page('theirs'), types: [] }))
    const { part } = await import('@/lib/couples/contract')
    await b.device.call(part, {})
    const { settlePairing } = await import('@/lib/couples/device')
    await settlePairing(a.device, a.vault())
    const list = journalList(a.device, a.vault())
    await list.refresh()
    expect(list.view().pages.map((each) => each.of === 'both' && each.opened.is === 'text' && each.opened.text.words.text)).toEqual(['mine'])
  })
})
