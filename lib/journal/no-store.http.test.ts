// The journal on a device whose store fails as a browser's can: everything is read and sent without it.
import { beforeAll, describe, expect, test } from 'vitest'
import { makeDraftSaver, readUnfinishedDrafts } from '@/lib/device/drafts'
import { openByPhrase } from '@/lib/device/open-journal'
import { Unreachable, type Call } from '@/lib/http/call'
import { newCouple, newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { draftRecipientOf } from '@/lib/vault/draft'
import type { DeviceStore } from '@/lib/vault/store'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { beginEditing, beginWriting, type Beginning } from './beginning'
import { fetchOwnPages } from './device'
import { pageDrafts } from './draft-body'
import { makeJournalList } from './journal-list'
import { finishPage, openOwnPage, openWaitingPages, sendFinished } from './outbox'
import type { Page } from './page'
import { fetchReplies, sealReply, sealShare, sendReply, sendShare } from './sharing'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})

const day = parseDay('2026-11-24')
const reflection = (text: string): Page => ({ day, types: [], writing: { kind: 'reflection', text } })
const READS: readonly (keyof DeviceStore)[] = ['wrap', 'recipient', 'drafts', 'draft', 'floors', 'highestProfile']

/** Makes a store whose calls fail: all of them, or, where it is full, those that write. */
const failing = (code: VaultErrorCode) => (store: DeviceStore) =>
  Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      code === 'storage-full' && READS.includes(name as keyof DeviceStore)
        ? call
        : () => Promise.reject(new VaultError(code)),
    ]),
  ) as unknown as DeviceStore

describe.each(['storage-full', 'storage-unavailable', 'storage-stuck'] as const)(
  'on a device whose store fails with %s',
  (code) => {
    const changeStore = failing(code)

    test('a page is written, sent, read after a reload, changed, and never called kept', async () => {
      const { device, phrase, vault, id: uid } = await newPerson(app, { changeStore })
      const begun = await beginWriting(device, vault(), 'reflection', null)
      const saver = makeDraftSaver(device, draftRecipientOf(vault()), { codec: pageDrafts, place: begun.place })
      const type = async ({ body }: Beginning, text: string) => {
        saver.change({ ...body, writing: { kind: 'reflection', text } })
        await saver.flush()
      }
      await type(begun, 'The flat is')
      expect(saver.saving()).toEqual({ is: 'failed', code })
      await type(begun, 'The flat is too quiet.')
      // leaving the page and coming back, in the same tab
      expect(await beginWriting(device, vault(), 'reflection', null)).toMatchObject({
        id: begun.id,
        resumed: true,
        saving: { is: 'nothing' },
        body: { writing: { text: 'The flat is too quiet.' } },
      })
      const page = reflection('The flat is too quiet.')
      const finished = await finishPage(device, vault(), { id: begun.id, base: 0, page, draft: await saver.take() })
      expect(finished).toEqual({ id: begun.id, isStored: false })
      expect(await sendFinished(device, vault())).toEqual({ sent: [begun.id], twice: [], failure: null })
      expect(device.store.tabOnly.get()).toBe(0)

      const later = device.reload()
      const opened = await openByPhrase(later, phrase)
      const list = makeJournalList(later, opened)
      await list.refresh()
      expect(list.view()).toMatchObject({ state: 'open', failure: null, drafts: [] })
      expect(list.view().pages.map((each) => each.id)).toEqual([begun.id])
      const edit = await beginEditing(later, opened, begun.id)
      const draft = edit?.place ?? expect.fail('no page')
      await finishPage(later, opened, { id: begun.id, base: 1, page: reflection('It is full.'), draft })
      expect((await sendFinished(later, opened)).failure).toBeNull()
      expect((await openOwnPage(later, opened, begun.id)).opened).toMatchObject({
        text: { writing: { text: 'It is full.' } },
      })
      expect(await readUnfinishedDrafts(later, opened, pageDrafts)).toEqual([])
      expect(opened.uid).toBe(uid)
    })

    test('a page that can’t be sent stays in the tab, is listed as that, and is sent once', async () => {
      const noor = await newPerson(app, { changeStore })
      let offline = true
      const call: Call = async (contract, input, options) => {
        if (offline) throw new Unreachable('offline')
        return noor.device.call(contract, input, options)
      }
      const device = { ...noor.device, call }
      const draft = { id: crypto.randomUUID(), of: null, sealed: null }
      await finishPage(device, noor.vault(), { id: draft.id, base: 0, page: reflection('Still here.'), draft })
      expect((await sendFinished(device, noor.vault())).failure).toBeInstanceOf(Unreachable)
      expect(await openWaitingPages(device, noor.vault())).toMatchObject([{ id: draft.id, tabOnly: true }])
      expect(device.store.tabOnly.get()).toBe(1)
      offline = false
      for (let tries = 0; tries < 2; tries++) await sendFinished(device, noor.vault())
      expect((await fetchOwnPages(device, noor.vault())).rows.map(({ id }) => id)).toEqual([draft.id])
      expect(device.store.tabOnly.get()).toBe(0)
    })

    test('two people share and reply', async () => {
      const { id: coupleId, a, b } = await newCouple(app, { a: { changeStore }, b: { changeStore } })
      const words = { kind: 'reflection', words: { text: 'For you.' }, wants: 'listen', writtenDay: null } as const
      const share = await sealShare(a.device, a.vault(), { coupleId, page: words, types: [] })
      await sendShare(a.device, a.vault(), share)
      const place = { id: share.id, coupleId }
      const reply = await sealReply(b.device, b.vault(), place, { id: crypto.randomUUID(), text: 'I hear you.' })
      await sendReply(b.device, b.vault(), coupleId, reply)
      expect((await fetchReplies(a.device, a.vault(), place)).rows.map(({ opened }) => opened)).toEqual([
        { is: 'text', text: 'I hear you.' },
      ])
    })
  },
)
