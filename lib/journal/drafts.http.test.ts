import { beforeAll, describe, expect, test } from 'vitest'
import { openByPhrase } from '@/lib/accounts/open-journal'
import { lockDevice } from '@/lib/accounts/device-lock'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type Served } from '@/lib/testing/served'
import { until } from '@/lib/testing/until'
import { parseDay } from '@/lib/time/day'
import { draftRecipientOf } from '@/lib/vault/draft'
import { beginWriting, newPage, type Beginning } from './beginning'
import { draftSaver, unfinishedDrafts } from './drafts'

let app: Served
beforeAll(async () => { app = await sharedApp('2026-11-24T12:00:00.000Z') })

const day = parseDay('2026-11-24')
const at = (once: Beginning, text: string) => ({ ...once.body, writing: { kind: 'reflection', text } as const })
/** A timer that is up at once, however long it should run. */
const atOnce = (_ms: number, run: () => void) => { const set = setTimeout(run); return () => clearTimeout(set) }

describe('a draft', () => {
  test('is kept while it is typed, and found again after a reload', async () => {
    const noor = await newPerson(app)
    const begun = newPage(noor.device, 'reflection')
    const saver = draftSaver(noor.device, draftRecipientOf(noor.vault()), { place: begun.place, after: atOnce })
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
