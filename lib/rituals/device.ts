// The device side of rituals: what one means to me is sealed here, for my partner and me; all else of it is a plain fact.
import type { Device } from '@/lib/device/device'
import { sendVersion, nextVersion, type RowVersion, type SealedVersion } from '@/lib/device/keep-version'
import { openPersonalTexts, sealPersonalText, type PersonalText, type TextSubject } from '@/lib/device/personal-text'
import { Problem } from '@/lib/http/problem'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'
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
import type { ChosenTerms } from './terms'

/** What the person writes with a yes or a proposal; without words there is nothing to keep. */
export type MeaningText = Readonly<{ vault: Vault; text: string }> | null

/** The ids of a proposal: made once a form, so that sending it again makes nothing twice. */
export type ProposalIds = Readonly<{ id: string; termsId: string }>
export const newProposalIds = (): ProposalIds => ({ id: crypto.randomUUID(), termsId: crypto.randomUUID() })

type Proposal = ProposalIds & Readonly<{ coupleId: string; terms: ChosenTerms }>

/**
 * Proposes a ritual, with what it means to me. The words are sealed before anything is sent, so that where they can't be
 * (`no-pinned-partner`, `too-long`) nothing was proposed. Throws `VaultError`, `Problem`, `Unreachable`.
 */
export async function sendProposal(device: Device, { terms, ...named }: Proposal, words: MeaningText): Promise<Ritual> {
  const first = await sealFirstVersion(named.coupleId, named.id, words)
  const ritual = await device.call(proposeRitual, { ...named, ...terms })
  await keepFirstVersion(device, named.coupleId, named.id, words, first)
  return ritual
}

/** My yes to the terms as I read them, with what it means to me. Throws as `sendProposal`; `version-changed` where newer terms stand. */
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
  meta: { ritual: id },
})

const sealMeaning = (meaning: RitualText, version: RowVersion): Promise<string> =>
  sealPersonalText(meaning.vault, subjectOf(meaning), version, meaning.text)

const sealVersion = async (meaning: RitualText, version: RowVersion): Promise<SealedVersion> => ({
  ...version,
  sealed: await sealMeaning(meaning, version),
})

/** Keeps what a ritual means to me: the version after the one that was read, or the first. Throws as `sendProposal`. */
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
    seal: (version) => sealMeaning(meaning, version),
    send: ({ id: meaningId, rev, sealed }) => device.call(putMeaning, { id: meaning.id, meaningId, rev, sealed }),
    row: meaningSchema,
  })
}

/** A ritual with what it means to each, opened. `coupleId` where it is a former one. Throws `Problem`, `Unreachable`, `EarlierState`. */
export async function fetchRitual(
  device: Device,
  vault: Vault,
  id: string,
  coupleId?: string,
): Promise<Readonly<{ ritual: Ritual; meanings: readonly PersonalText[] }>> {
  const { meanings, ...ritual } = await device.call(getRitual, { id, coupleId })
  return { ritual, meanings: await openPersonalTexts(device, vault, subjectOf(ritual), meanings) }
}

/** Ends a ritual, or withdraws my proposal, or takes that back. Throws `Problem` (`ended` where it can't be taken back), `Unreachable`. */
export const sendEnded = (device: Device, id: string, ended: boolean): Promise<Ritual> =>
  device.call(putEnding, { id, ended })

type Suggestion = Readonly<{ id: string; termsId: string; version: number; terms: ChosenTerms }>

/**
 * Suggests other terms in answer to the version that was read. `termsId` is made once a form, so that sending it again makes nothing
 * twice. Throws `Problem` (`version-changed` where others stand by now: `currentRitualIn` tells which), `Unreachable`.
 */
export const sendSuggestion = (device: Device, { id, termsId, version, terms }: Suggestion): Promise<Ritual> =>
  device.call(suggestTerms, { id, termsId, ifMatch: version, ...terms })

/** The ritual as it stands now, of a refusal that carries it; null of any other error. */
export function currentRitualIn(error: unknown): Ritual | null {
  const current = ritualSchema.safeParse(error instanceof Problem ? error.details.current : undefined)
  return current.success ? current.data : null
}

/** It stays as it is: ends the discussion of the terms that were read. Throws `Problem`, `Unreachable`. */
export const sendTermsClosing = (device: Device, id: string, termsId: string): Promise<Ritual> =>
  device.call(putTermsClosing, { id, termsId })

/** Lets a ritual rest, for now or until a day on which it goes on. Throws `Problem`, `Unreachable`. */
export const sendPause = (device: Device, id: string, until: Day | null): Promise<Ritual> =>
  device.call(putPause, { id, paused: true, until })

/** Takes a ritual up again that rests. Throws `Problem`, `Unreachable`. */
export const sendResume = (device: Device, id: string): Promise<Ritual> => device.call(putPause, { id, paused: false })
