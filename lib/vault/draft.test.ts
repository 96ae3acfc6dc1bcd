import { beforeAll, describe, expect, test } from 'vitest'
import { encryptTo } from './age-file'
import { draftRecipientOf, openDraft, sealDraft, type Draft } from './draft'
import { expectFailure, somebody } from './people.fixture'
import { randomUuid } from './primitives'
import { sealText } from './sealed-text'
import { DRAFT, frame, encodeInner } from './text-frame'
import type { Vault } from './vault'

let me: Vault, other: Vault
beforeAll(async () => {
  me = await somebody()
  other = await somebody()
})

const draft = (): Draft => ({ id: randomUuid(), of: null, body: { kind: 'reflection', text: 'What I was about to' } })

describe('a draft', () => {
  test('is saved with a public key only, and opens with the journal', async () => {
    const { uid, recipient } = draftRecipientOf(me)
    const mine = draft()
    const sealed = await sealDraft({ uid, recipient }, mine)
    expect(await openDraft(me, { id: mine.id, of: null, sealed })).toEqual(mine)
  })

  test('of an entry that is being changed names the entry', async () => {
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

  test('in the name of somebody else is refused', async () => {
    const mine = draft()
    const sealed = await sealDraft({ uid: other.uid, recipient: me.bundle.enc }, mine)
    await expectFailure('private-not-mine', () => openDraft(me, { ...mine, sealed }))
  })

  test('is refused if it is signed, or a text of another kind', async () => {
    const mine = draft()
    const row = { id: mine.id, rev: 1, visibility: 'private', meta: {}, body: { of: null, body: {} } } as const
    const entry = await sealText(me, { ...row, magic: 'fivefold-entry/v1' })
    const signedDraft = await sealText(me, { ...row, magic: DRAFT })
    await expectFailure('wrong-kind', () => openDraft(me, { ...mine, sealed: entry }))
    await expectFailure('bad-format', () => openDraft(me, { ...mine, sealed: signedDraft }))
  })

  test('with more readers than its writer is refused', async () => {
    const mine = draft()
    const to = [me.bundle.enc, other.bundle.enc]
    const about = { id: mine.id, rev: 1, author: me.uid, visibility: 'private', pair: null, meta: {} } as const
    const sealed = await encryptTo(to, frame(DRAFT, encodeInner({ ...about, to, body: { of: null, body: {} } }), ''))
    await expectFailure('recipients-mismatch', () => openDraft(me, { ...mine, sealed }))
  })

  test('needs a valid key, and is no longer than a text may be', async () => {
    await expectFailure('bad-recipient', () => sealDraft({ uid: me.uid, recipient: 'age1nobody' }, draft()))
    await expectFailure('too-long', () =>
      sealDraft(draftRecipientOf(me), { ...draft(), body: { text: 'a'.repeat(512 * 1024) } }),
    )
  })

  test('reveals its length only to within a power of two', async () => {
    const seal = (text: string) => sealDraft(draftRecipientOf(me), { ...draft(), body: { text } })
    expect((await seal('')).length).toBe((await seal('a'.repeat(200))).length)
  })
})
