// Private pages that a test writes as *Done* does, and a network that loses requests or answers.
import { expect } from 'vitest'
import { Unreachable, type Call } from '@/lib/http/call'
import type { TestPerson } from './people'
import type { TestDevice } from './devices'
import { parseDay } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import type { Beginning } from '@/lib/journal/beginning'
import { finishPage, sendFinished } from '@/lib/journal/outbox'
import type { Page } from '@/lib/journal/page'

const day = parseDay('2026-11-24')
/** A private page of the day on which these tests begin. */
export const reflection = (text: string): Page => ({ day, types: ['emotional'], writing: { kind: 'reflection', text } })
/** What was begun, with this text. */
export const withText = (beginning: Beginning, text: string) => ({
  ...beginning.body,
  writing: { kind: 'reflection', text } as const,
})

/** Writes a page and sends it, as *Done* does. */
export async function writeOwnPage({ device, vault }: TestPerson, text: string, id = randomUuid()): Promise<string> {
  await finishPage(device, vault(), { id, base: 0, page: reflection(text), draft: { id, of: null, sealed: null } })
  expect(await sendFinished(device, vault())).toEqual({ sent: [id], twice: [], failure: null })
  return id
}

/** The same device on a network that loses requests or answers. */
export const onNetwork = (device: TestDevice, loses: () => 'request' | 'answer' | null): TestDevice => {
  const call: Call = async (contract, input, options) => {
    const lost = loses()
    if (lost === 'request') throw new Unreachable('lost')
    const answer = await device.call(contract, input, options)
    if (lost === 'answer') throw new Unreachable('lost')
    return answer
  }
  return { ...device, call }
}
export const offline = (device: TestDevice) => onNetwork(device, () => 'request')

/** The text of an opened page, or why there is none. */
export const textOf = (page: { opened: { is: string } } | undefined) => {
  const opened = page?.opened as { is: string; text?: { writing?: { text?: string } } } | undefined
  return opened?.is === 'text' ? opened.text?.writing?.text : opened?.is
}
