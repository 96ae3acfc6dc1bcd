import { beforeAll, describe, expect, test } from 'vitest'
import { encryptTo } from './age-file'
import { draftRecipientOf, openDraft, sealDraft, type Draft } from './draft'
import { expectFailure, somebody } from './people.fixture'
import { randomUuid } from './primitives'
import { sealText } from './sealed-text'
import { DRAFT, frame, innerJson } from './text-frame'
import type { Vault } from './vault'

let me: Vault, other: Vault
beforeAll(async () => {
  me = await somebody()
  other = await somebody()
})

const draft = (): Draft => ({ id: randomUuid(), of: null, body: { kind: 'reflection', text: 'What I was about to' } })

describe('a draft', () => {
  test('is saved with nothing but a public key, and opens when the journal does', async () => {
    const { uid, recipient } = draftRecipientOf(me)
    const mine = draft()
    const sealed = await sealDraft({ uid, recipient }, mine)
    expect(await openDraft(me, { id: mine.id, of: null, sealed })).toEqual(mine)
  })

  test('of a page that is being changed says which', async () => {
    const mine = { ...draft(), of: randomUuid() }
    const sealed = await sealDraft(draftRecipientOf(me), mine)
    expect(await openDraft(me, { ...mine, sealed })).toEqual(mine)
    await expectFailure('meta-mismatch', () => openDraft(me, { id: mine.id, of: randomUuid(), sealed }))
    await expectFailure('id-mismatch', () => openDraft(me, { ...mine, id: randomUuid(), sealed }))
  })

  test('opens for nobody else', async () => {
    const mine = draft()
    const sealed = await sealDraft(draftRecipientOf(me), mine)
    await expectFailure('cannot-decrypt', () => openDraft(other, { ...mine, sealed }))
  })

  test('written in another name is refused', async () => {
    const mine = draft()
    const sealed = await sealDraft({ uid: other.uid, recipient: me.bundle.enc }, mine)
    await expectFailure('private-not-mine', () => openDraft(me, { ...mine, sealed }))
  })

  test('is not something else: a signed text, or a text of another kind', async () => {
    const mine = draft()
    const row = { id: mine.id, rev: 1, visibility: 'private', meta: {}, body: { of: null, body: {} } } as const
    const entry = await sealText(me, { ...row, magic: 'fivefold-entry/v1' })
    const signedDraft = await sealText(me, { ...row, magic: DRAFT })
    await expectFailure('wrong-kind', () => openDraft(me, { ...mine, sealed: entry }))
    await expectFailure('bad-format', () => openDraft(me, { ...mine, sealed: signedDraft }))
  })

  test('to more readers than its writer is refused', async () => {
    const mine = draft()
    const to = [me.bundle.enc, other.bundle.enc]
    const about = { id: mine.id, rev: 1, author: me.uid, visibility: 'private', pair: null, meta: {} } as const
    const sealed = await encryptTo(to, frame(DRAFT, innerJson({ ...about, to, body: { of: null, body: {} } }), ''))
    await expectFailure('recipients-mismatch', () => openDraft(me, { ...mine, sealed }))
  })

  test('is sealed to a real key only, and no longer than a text may be', async () => {
    await expectFailure('bad-recipient', () => sealDraft({ uid: me.uid, recipient: 'age1nobody' }, draft()))
    await expectFailure('too-long', () =>
      sealDraft(draftRecipientOf(me), { ...draft(), body: { text: 'a'.repeat(512 * 1024) } }),
    )
  })

  test('tells its length only to within a power of two', async () => {
    const of = (text: string) => sealDraft(draftRecipientOf(me), { ...draft(), body: { text } })
    expect((await of('')).length).toBe((await of('a'.repeat(200))).length)
  })
})
