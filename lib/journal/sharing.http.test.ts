import { beforeAll, describe, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { Unreachable } from '@/lib/http/call'
import { losing } from '@/lib/testing/losing'
import { newCouple, type TestPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { randomUuid } from '@/lib/vault/primitives'
import { addReply } from './contract'
import { todayOf } from './device'
import type { SharedPage } from './share'
import {
  editReply,
  editSharedPage,
  fetchReplies,
  sendLatestReply,
  sealReply,
  sealShare,
  sendReply,
  sendShare,
  fetchSharedPage,
  fetchSharedPages,
  takeBackPage,
} from './sharing'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})

describe('sharing', () => {
  const pageToShare: SharedPage = {
    kind: 'voice',
    words: { answer: 'I was there on Sunday.', step: 'Say it earlier.' },
    wants: 'listen',
    writtenDay: null,
    changedOn: null,
  }

  async function shared() {
    const couple = await newCouple(app)
    const { a } = couple
    const sealed = await sealShare(a.device, a.vault(), {
      coupleId: couple.id,
      page: pageToShare,
      types: ['emotional'],
    })
    const page = await sendShare(a.device, a.vault(), sealed)
    return { ...couple, sealed, page }
  }

  test('shows the partner what was previewed, the writer’s date, and nothing else', async () => {
    const { a, b, page, sealed } = await shared()
    expect(await sendShare(a.device, a.vault(), sealed)).toEqual(page)
    const theirs = await fetchSharedPage(b.device, b.vault(), page.id)
    expect(theirs).toMatchObject({
      authorId: a.id,
      types: ['emotional'],
      kind: 'voice',
      day: todayOf(a.device),
      opened: { is: 'text', text: pageToShare },
    })
    expect((await fetchSharedPages(b.device, b.vault(), { coupleId: page.coupleId })).rows.map(({ id }) => id)).toEqual(
      [page.id],
    )
  })

  test('gets a reply that its writer can change and remove, with an undo', async () => {
    const { a, b, id: coupleId, page } = await shared()
    const reply = await sendReply(
      b.device,
      b.vault(),
      coupleId,
      await sealReply(b.device, b.vault(), page, { id: randomUuid(), text: 'I hear you.' }),
    )
    const read = async (who: TestPerson) =>
      (await fetchReplies(who.device, who.vault(), page)).rows
        .reverse()
        .map(({ opened }) => (opened.is === 'text' ? opened.text : opened.is))
    expect(await read(a)).toEqual(['I hear you.'])
    const changed = await editReply(b.device, b.vault(), coupleId, reply, 'I’m with you.')
    expect(await read(a)).toEqual(['I’m with you.'])
    const gone = await editReply(b.device, b.vault(), coupleId, changed, null)
    expect(await read(a)).toEqual(['removed'])
    await editReply(b.device, b.vault(), coupleId, gone, 'I’m with you.')
    expect(await read(a)).toEqual(['I’m with you.'])
  })

  test('gets one reply, with the latest text, where the text changed after a lost answer', async () => {
    const { a, b, id: coupleId, page } = await shared()
    const id = randomUuid()
    const send = async (text: string, device: Device = b.device) =>
      sendLatestReply(device, b.vault(), coupleId, await sealReply(b.device, b.vault(), page, { id, text }), text)
    await expect(send('I hear', losing(b.device, addReply))).rejects.toThrow(Unreachable)
    expect(await send('I hear you.')).toMatchObject({ rev: 2 })
    expect((await fetchReplies(a.device, a.vault(), page)).rows.reverse().map(({ opened }) => opened)).toEqual([
      { is: 'text', text: 'I hear you.' },
    ])
  })

  test('is taken back for both people and brought back, and only the shared copy changes', async () => {
    const { a, b, page, id: coupleId } = await shared()
    const reply = await sealReply(b.device, b.vault(), page, { id: randomUuid(), text: 'Thank you.' })
    await sendReply(b.device, b.vault(), coupleId, reply)
    const gone = await takeBackPage(a.device, a.vault(), page)
    expect(await fetchSharedPage(b.device, b.vault(), page.id)).toMatchObject({
      removed: true,
      types: [],
      opened: { is: 'removed' },
    })
    expect(await fetchReplies(a.device, a.vault(), page)).toEqual({ rows: [], next: null })
    expect((await fetchReplies(b.device, b.vault(), page)).rows).toHaveLength(1)
    await expect(sendReply(b.device, b.vault(), coupleId, { ...reply, id: randomUuid() })).rejects.toMatchObject({
      code: 'page-taken-back',
    })
    const changed = { ...pageToShare, words: { answer: 'Other words.' } }
    await editSharedPage(a.device, a.vault(), gone, { page: changed, types: ['emotional', 'spiritual'] })
    expect(await fetchSharedPage(b.device, b.vault(), page.id)).toMatchObject({
      rev: 3,
      types: ['emotional', 'spiritual'],
      opened: { is: 'text', text: changed },
    })
    expect((await fetchReplies(a.device, a.vault(), page)).rows).toHaveLength(1)
  })

  test('does not show a row that was tampered with, not even a part of it', async () => {
    const { b, page } = await shared()
    const { withConnection } = await import('@/lib/db/connection')
    await withConnection(
      app.ownerUrl,
      async (db) => void (await db.query(`update shared_entry set types = '{physical}' where id = $1`, [page.id])),
    )
    expect((await fetchSharedPage(b.device, b.vault(), page.id)).opened).toEqual({
      is: 'failed',
      code: 'meta-mismatch',
    })
    await withConnection(
      app.ownerUrl,
      async (db) =>
        void (await db.query(`update shared_entry set types = '{}', removed = true where id = $1`, [page.id])),
    )
    expect((await fetchSharedPage(b.device, b.vault(), page.id)).opened.is).toBe('failed')
  })
})
