// The device side of rituals. What a ritual means to a person is sealed for the couple; everything else is plain.
import * as z from 'zod/mini'
import type { Device } from '@/lib/device/device'
import { sendVersion, nextVersion, type RowVersion, type SealedVersion } from '@/lib/device/keep-version'
import {
  openPersonalTexts,
  personalTextKeeping,
  sealPersonalText,
  type PersonalText,
  type TextSubject,
} from '@/lib/device/personal-text'
import { Problem } from '@/lib/http/problem'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import {
  getRitual,
  meaningSchema,
  proposeRitual,
  putAgreement,
  putTermsClosing,
  putEnding,
  putMeaning,
  putPause,
  ritualSchema,
  suggestTerms,
  type Ritual,
} from './contract'
import { openTermsOf } from './discussion'
import { chosenTerms, type ChosenTerms, type Terms } from './terms'

/** What the person writes with a yes or a proposal. A blank text is not sent. */
export type MeaningText = Readonly<{ vault: Vault; text: string }> | null

/** The ids of a proposal, made once for a form, so that a retry makes no second ritual. */
export type ProposalIds = Readonly<{ id: string; termsId: string }>
export const makeProposalIds = (): ProposalIds => ({ id: crypto.randomUUID(), termsId: crypto.randomUUID() })

type Proposal = ProposalIds & Readonly<{ coupleId: string; terms: ChosenTerms }>

/**
 * Proposes a ritual, with what it means to the person. The text is sealed before anything is sent: if it can't be
 * (`no-pinned-partner`, `too-long`), nothing is proposed. Throws `VaultError`, `Problem`, `Unreachable`.
 */
export async function sendProposal(device: Device, { terms, ...ids }: Proposal, words: MeaningText): Promise<Ritual> {
  const first = await sealFirstVersion(ids.coupleId, ids.id, words)
  const ritual = await device.call(proposeRitual, { ...ids, ...terms })
  await keepFirstVersion(device, ids.coupleId, ids.id, words, first)
  return ritual
}

/**
 * Says yes to the terms that were read, with what the ritual means to the person. Throws as `sendProposal`, and
 * `version-changed` if newer terms were suggested.
 */
export async function sendAgreement(device: Device, read: Ritual, words: MeaningText): Promise<Ritual> {
  const { id, coupleId } = read
  const first = await sealFirstVersion(coupleId, id, words)
  const ritual = await device.call(putAgreement, { id, termsId: (openTermsOf(read) ?? read.terms).id })
  await keepFirstVersion(device, coupleId, id, words, first)
  return ritual
}

type RitualText = Readonly<{ vault: Vault; coupleId: string; id: string; text: string }>

const hasText = (words: MeaningText): words is NonNullable<MeaningText> => words !== null && words.text.trim() !== ''

const sealFirstVersion = async (coupleId: string, id: string, words: MeaningText): Promise<SealedVersion | null> =>
  hasText(words) ? sealVersion({ coupleId, id, ...words }, nextVersion(null)) : null

async function keepFirstVersion(
  device: Device,
  coupleId: string,
  id: string,
  words: MeaningText,
  first: SealedVersion | null,
): Promise<void> {
  if (hasText(words) && first) await keepMeaning(device, { coupleId, id, ...words }, first)
}

const subjectOf = ({ coupleId, id }: Pick<RitualText, 'coupleId' | 'id'>): TextSubject => ({
  magic: 'fivefold-meaning/v1',
  coupleId,
  about: { ritual: id },
})

const sealVersion = async (meaning: RitualText, version: RowVersion): Promise<SealedVersion> => ({
  ...version,
  sealed: await sealPersonalText(meaning.vault, subjectOf(meaning), version, meaning.text),
})

/**
 * Seals and sends what a ritual means to the person: the first version, or the one after `read`. Throws as
 * `sendProposal`.
 */
export async function sendMeaning(
  device: Device,
  vault: Vault,
  { id, coupleId }: Pick<Ritual, 'id' | 'coupleId'>,
  text: string,
  read: RowVersion | null,
): Promise<void> {
  const meaning = { vault, coupleId, id, text }
  await keepMeaning(device, meaning, await sealVersion(meaning, nextVersion(read)))
}

async function keepMeaning(device: Device, meaning: RitualText, first: SealedVersion): Promise<void> {
  await sendVersion(device, meaning.vault, first, {
    ...personalTextKeeping(device, meaning.vault, subjectOf(meaning), meaning.text),
    send: ({ id: meaningId, rev, sealed }) => device.call(putMeaning, { id: meaning.id, meaningId, rev, sealed }),
    row: meaningSchema,
  })
}

/**
 * Fetches a ritual of a couple, also of a former one, and opens what it means to each. Throws `Problem`, `Unreachable`,
 * `EarlierState`, `other-answer`.
 */
export async function fetchRitual(
  device: Device,
  vault: Vault,
  { id, coupleId }: Pick<Ritual, 'id' | 'coupleId'>,
): Promise<Readonly<{ ritual: Ritual; meanings: readonly PersonalText[] }>> {
  const { meanings, ...ritual } = await device.call(getRitual, { id, coupleId })
  if (ritual.coupleId !== coupleId) throw new VaultError('other-answer')
  return { ritual, meanings: await openPersonalTexts(device, vault, subjectOf({ id, coupleId }), meanings, null) }
}

/**
 * Ends a ritual, or withdraws the person's proposal, or undoes that. Throws `Problem` (`ended` if it can't be undone),
 * `Unreachable`.
 */
export const sendEnded = (device: Device, id: string, ended: boolean): Promise<Ritual> =>
  device.call(putEnding, { id, ended })

type Suggestion = Readonly<{ id: string; termsId: string; version: number; terms: ChosenTerms }>

/**
 * Suggests other terms in answer to the version that was read. `termsId` is made once for a form, so that a retry makes
 * no second version. Throws `Problem` (`version-changed` if newer terms were suggested, see `currentRitualIn`),
 * `Unreachable`.
 */
export const sendSuggestion = (device: Device, { id, termsId, version, terms }: Suggestion): Promise<Ritual> =>
  device.call(suggestTerms, { id, termsId, ifMatch: version, ...terms })

/**
 * Suggests again, as the answer to the version that was read, terms that the person withdrew. Throws as
 * `sendSuggestion`.
 */
export const sendSuggestionAgain = (device: Device, { id, version }: Ritual, withdrawn: Terms): Promise<Ritual> =>
  sendSuggestion(device, {
    id,
    version,
    termsId: crypto.randomUUID(),
    terms: z.object(chosenTerms).parse(withdrawn),
  })

/** The current ritual in a refusal of a change to the ritual `id`; null for any other error. */
export function currentRitualIn(error: unknown, id: string): Ritual | null {
  const current = ritualSchema.safeParse(error instanceof Problem ? error.details.current : undefined)
  return current.success && current.data.id === id ? current.data : null
}

/** Keeps a ritual as it is, by closing the suggestion with the id `termsId`. Throws `Problem`, `Unreachable`. */
export const sendTermsClosing = (device: Device, id: string, termsId: string): Promise<Ritual> =>
  device.call(putTermsClosing, { id, termsId })

/** Lets a ritual rest until the day it goes on (null: no end yet). Throws `Problem`, `Unreachable`. */
export const sendPause = (device: Device, id: string, until: Day | null): Promise<Ritual> =>
  device.call(putPause, { id, paused: true, until })

/** Takes up a ritual that rests. Throws `Problem`, `Unreachable`. */
export const sendResume = (device: Device, id: string): Promise<Ritual> => device.call(putPause, { id, paused: false })
