import { beforeAll, describe, expect, test } from 'vitest'
import { openByPhrase } from '@/lib/device/open-journal'
import { lockDevice } from '@/lib/device/device-lock'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { until } from '@/lib/testing/until'
import { parseDay } from '@/lib/time/day'
import { draftRecipientOf } from '@/lib/vault/draft'
import { beginWriting, startPage, type Beginning } from './beginning'
import { fetchOwnPages } from './device'
import { makeDraftSaver, readUnfinishedDrafts, type DraftSaver } from '@/lib/device/drafts'
import { pageDrafts, type PageDraft } from './draft-body'
import { finishPage, sendFinished } from './outbox'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})

const day = parseDay('2026-11-24')
const withText = (beginning: Beginning, text: string) => ({
  ...beginning.body,
  writing: { kind: 'reflection', text } as const,
})
/** A timer that runs at once, however long it should take. */
const immediate = (_ms: number, run: () => void) => {
  const timeout = setTimeout(run)
  return () => clearTimeout(timeout)
}

describe('a draft', () => {
  test('is saved while it is typed, and found again after a reload', async () => {
    const noor = await newPerson(app)
    const begun = startPage(noor.device, 'reflection')
    const saver = makeDraftSaver(noor.device, draftRecipientOf(noor.vault()), {
      codec: pageDrafts,
      place: begun.place,
      after: immediate,
    })
    saver.change(withText(begun, 'You laughed'))
    expect(saver.saving()).toEqual({ is: 'saving' })
    await until('it is saved', () => saver.saving().is === 'saved')
    const later = noor.device.reload()
    const vault = await openByPhrase(later, noor.phrase)
    const found = await beginWriting(later, vault, 'reflection', null)
    const [stored] = await later.store.drafts(noor.id)
    expect(found).toMatchObject({
      resumed: true,
      id: begun.id,
      body: { writing: { text: 'You laughed' }, day },
      saving: { is: 'saved', at: new Date(stored?.savedAt ?? 0) },
    })
    const bytes = Buffer.from(stored?.sealed ?? '', 'base64url').toString('latin1')
    expect(bytes).toMatch(/^age-encryption\.org\/v1\n/)
    expect(bytes).not.toContain('laughed')
  })

  test('is saved by a device that has locked meanwhile, and whose session has ended', async () => {
    const noor = await newPerson(app)
    const begun = startPage(noor.device, 'reflection')
    const saver = makeDraftSaver(noor.device, draftRecipientOf(noor.vault()), {
      codec: pageDrafts,
      place: begun.place,
      after: () => () => {},
    })
    saver.change(withText(begun, 'still typing'))
    await lockDevice(noor.device)
    await noor.device.fetch('/api/me/sessions/current', { method: 'DELETE' })
    await saver.flush()
    expect(saver.saving().is).toBe('saved')
    const vault = await openByPhrase(noor.device, noor.phrase)
    expect(
      (await readUnfinishedDrafts(noor.device, vault, pageDrafts)).map(
        ({ body }) => body.is === 'page' && body.writing,
      ),
    ).toEqual([{ kind: 'reflection', text: 'still typing' }])
  })

  test('that two tabs write to becomes two drafts, and no word is lost', async () => {
    const noor = await newPerson(app)
    const recipient = draftRecipientOf(noor.vault())
    const begun = startPage(noor.device, 'reflection')
    const saver = makeDraftSaver(noor.device, recipient, { codec: pageDrafts, place: begun.place })
    saver.change(withText(begun, 'begun'))
    await saver.flush()
    const secondSaver = makeDraftSaver(noor.device, recipient, { codec: pageDrafts, place: saver.place() })
    saver.change(withText(begun, 'begun here'))
    await saver.flush()
    secondSaver.change(withText(begun, 'begun there'))
    await secondSaver.flush()
    const texts = (await readUnfinishedDrafts(noor.device, noor.vault(), pageDrafts)).map(
      ({ body }) => body.is === 'page' && body.writing.kind === 'reflection' && body.writing.text,
    )
    expect(texts.toSorted()).toEqual(['begun here', 'begun there'])
  })

  test('that one tab finished becomes a page of its own in another tab, changed there or not', async () => {
    const noor = await newPerson(app)
    const [device, vault] = [noor.device, noor.vault()]
    const recipient = draftRecipientOf(vault)
    const begun = startPage(device, 'reflection')
    const first = makeDraftSaver(device, recipient, { codec: pageDrafts, place: begun.place })
    first.change(withText(begun, 'Common start.'))
    await first.flush()
    const tabs = [
      first,
      ...[1, 2].map(() => makeDraftSaver(device, recipient, { codec: pageDrafts, place: first.place() })),
    ] as const
    const finish = async (tab: DraftSaver<PageDraft>, text: string) => {
      const draft = await tab.take()
      expect(await tab.take()).toEqual(draft)
      await finishPage(device, vault, {
        id: draft.id,
        base: 0,
        page: { day, types: [], writing: { kind: 'reflection', text } },
        draft,
      })
      tab.stop()
      expect(await sendFinished(device, vault)).toMatchObject({ twice: [], failure: null })
    }
    const [, second, third] = tabs
    first.change(withText(begun, 'Common start. And a paragraph.'))
    if (!second || !third) throw new Error('There are not three tabs.')
    await finish(first, 'Common start. And a paragraph.')
    second.change(withText(begun, 'Common start. Two words.'))
    await finish(second, 'Common start. Two words.')
    await finish(third, 'Common start.')
    const { rows } = await fetchOwnPages(device, vault)
    const texts = rows.map(({ rev, opened }) => [
      rev,
      opened.is === 'text' && opened.text.writing.kind === 'reflection' && opened.text.writing.text,
    ])
    expect(texts.toSorted()).toEqual([
      [1, 'Common start.'],
      [1, 'Common start. And a paragraph.'],
      [1, 'Common start. Two words.'],
    ])
    expect(await device.store.drafts(noor.id)).toEqual([])
  })

  test('without a word is not stored, and one that is emptied is dropped', async () => {
    const noor = await newPerson(app)
    const begun = startPage(noor.device, 'reflection')
    const saver = makeDraftSaver(noor.device, draftRecipientOf(noor.vault()), { codec: pageDrafts, place: begun.place })
    saver.change(withText(begun, ' '))
    await saver.flush()
    saver.change(withText(begun, 'word'))
    await saver.flush()
    expect(await noor.device.store.drafts(noor.id)).toHaveLength(1)
    saver.change(withText(begun, ''))
    await saver.flush()
    expect(await noor.device.store.drafts(noor.id)).toEqual([])
    expect(saver.saving()).toEqual({ is: 'nothing' })
  })

  test('that does not fit on the device reports it, and is saved by a retry', async () => {
    const noor = await newPerson(app)
    const begun = startPage(noor.device, 'reflection')
    let isFull = true
    const { VaultError } = await import('@/lib/vault/vault-error')
    const store: typeof noor.device.store = {
      ...noor.device.store,
      keepDraft: async (...draft) => {
        if (isFull) throw new VaultError('storage-full')
        return noor.device.store.keepDraft(...draft)
      },
    }
    const saver = makeDraftSaver({ ...noor.device, store }, draftRecipientOf(noor.vault()), {
      codec: pageDrafts,
      place: begun.place,
    })
    saver.change(withText(begun, 'a word'))
    await saver.flush()
    expect(saver.saving()).toEqual({ is: 'failed', code: 'storage-full' })
    isFull = false
    await saver.flush()
    expect(saver.saving().is).toBe('saved')
  })
})
