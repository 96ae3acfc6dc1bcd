// Each removal has an Undo. Every route that changes something is in one of three lists, and every screen that can remove something
// by one says how it is undone: a new route, function or screen has to be thought about.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contracts } from '@/lib/openapi/contracts'
import { deviceFunctionsThatReach, screensThatUse } from './device-calls'

const root = path.join(import.meta.dirname, '..')

/** Add or change something, and what was there can be chosen again; nothing that somebody wrote goes. */
const KEEPS = [
  'PATCH /api/me',
  'POST /api/accounts',
  'POST /api/auth/callback/credentials',
  'POST /api/auth/prelogin',
  'POST /api/entries',
  'POST /api/invites',
  'POST /api/moments',
  'POST /api/months/{month}/close',
  'POST /api/recovery',
  'POST /api/rituals',
  'POST /api/rituals/{id}/terms',
  'POST /api/shared-entries',
  'POST /api/shared-entries/{pageId}/replies',
  'PUT /api/check-ins/{week}',
  'PUT /api/couple/hopes',
  'PUT /api/invites/{pairId}/acceptance',
  'PUT /api/me/sessions/current',
  'PUT /api/me/spare-page',
  'PUT /api/me/vault',
  'PUT /api/me/vault/device-key',
  'PUT /api/months/{month}/close',
  'PUT /api/months/{month}/helped',
  'PUT /api/plans/{id}',
  'PUT /api/plans/{id}/felt',
  'PUT /api/recovery',
  'PUT /api/rituals/{id}/agreement',
]

/** End something for good, on purpose: why there is no Undo. */
const ENDS: Readonly<Record<string, string>> = {
  'DELETE /api/couple': 'a page of its own says what it does before it is done, and it ends for both at once',
  'DELETE /api/invites/{pairId}': 'its secret is gone; a new invite is one tap',
  'DELETE /api/me/sessions': 'a device that may be in other hands; it signs in again with the phrase',
  'DELETE /api/me/sessions/{sessionId}': 'a device that may be in other hands; it signs in again with the phrase',
  'DELETE /api/me/vault/device-key': 'the journal locks, and the phrase opens it',
  'POST /api/auth/signout': 'the phrase signs in again; drafts stay on the device',
  'PUT /api/me/spare-page/code': 'asks for the phrase, and says that the former page opens nothing from then on',
}

/** Can remove what somebody wrote, chose or marked, with the name of its contract. */
const REMOVES: Readonly<Record<string, string>> = {
  'PATCH /api/plans/{id}': 'patchPlan',
  'PUT /api/entries/{id}': 'putEntry',
  'PUT /api/moments/{momentId}': 'putMoment',
  'PUT /api/moments/{momentId}/part': 'putMomentPart',
  'PUT /api/months/{month}/notes': 'putNotes',
  'PUT /api/plans/{id}/items/{itemId}': 'putItem',
  'PUT /api/plans/{id}/line': 'putLine',
  'PUT /api/plans/{id}/taking-part': 'putTakingPart',
  'PUT /api/rituals/{id}/closing': 'putTermsClosing',
  'PUT /api/rituals/{id}/ending': 'putEnding',
  'PUT /api/rituals/{id}/meaning': 'putMeaning',
  'PUT /api/rituals/{id}/pause': 'putPause',
  'PUT /api/shared-entries/{pageId}': 'putSharedEntry',
  'PUT /api/shared-entries/{pageId}/replies/{replyId}': 'putReply',
  'PUT /api/weeks/{week}/readiness': 'putReadiness',
}

/**
 * How a screen undoes it. `undo`: it calls offerUndo. `text`: PersonalTextForm does. `asks`: what can't be opened can't
 * be brought back, so RemoveUnopened asks first. `same button`: the button becomes its own way back, and nothing else
 * goes. `saves`: it only sends what was written or agreed to.
 */
const SCREENS: Readonly<Record<string, 'undo' | 'text' | 'asks' | 'same button' | 'saves'>> = {
  'components/device/use-draft.ts dropDraft': 'saves', // what is dropped is returned, see below
  'components/journal/change-shared.tsx editSharedPage': 'saves',
  'components/journal/day-count-offer.tsx removeMoment': 'undo',
  'components/journal/own-page.tsx removePage': 'undo',
  'components/journal/own-page.tsx removeUnopenedPage': 'asks',
  'components/journal/own-page.tsx sendFinished': 'saves',
  'components/journal/own-page.tsx sendNextPage': 'undo',
  'components/journal/reply-form.tsx sendLatestReply': 'saves',
  'components/journal/reply-row.tsx editReply': 'undo',
  'components/journal/shared-actions.tsx editSharedPage': 'undo',
  'components/journal/shared-actions.tsx takeBackPage': 'undo',
  'components/journal/shared-page.tsx takeBackPage': 'asks',
  'components/journal/unfinished-rows.tsx dropDraft': 'undo',
  'components/journal/use-finishing.ts sendFinished': 'saves',
  'components/journal/use-journal-list.ts makeJournalList': 'saves',
  'components/journal/use-sharing.ts sharePage': 'saves',
  'components/moments/use-logging.ts makeMomentLogger': 'saves',
  'components/moments/use-logging.ts removeMoment': 'undo',
  'components/moments/use-moment-actions.ts removeMoment': 'undo',
  'components/moments/use-moment-actions.ts sendMomentVersion': 'undo',
  'components/moments/use-moment-actions.ts sendPart': 'same button',
  'components/months/notes-form.tsx sendNotes': 'saves',
  'components/plans/add-plan.tsx savePlan': 'undo',
  'components/plans/lines.tsx sendLine': 'text',
  'components/plans/plan-card.tsx savePlan': 'undo',
  'components/plans/plan-items.tsx addItem': 'undo',
  'components/plans/plan-items.tsx saveItem': 'undo',
  'components/plans/ready-panel.tsx sendReady': 'same button',
  'components/plans/took-part.tsx sendTookPart': 'saves', // marks are taken back by useTakingBack
  'components/plans/use-taking-back.ts sendMarkBack': 'undo',
  'components/plans/use-taking-back.ts sendTookPart': 'undo',
  'components/rituals/agree-form.tsx sendAgreement': 'saves',
  'components/rituals/answer-terms.tsx sendAgreement': 'saves',
  'components/rituals/answer-terms.tsx sendTermsClosing': 'undo',
  'components/rituals/ending.tsx sendEnded': 'undo',
  'components/rituals/meanings.tsx sendMeaning': 'text',
  'components/rituals/propose-form.tsx sendProposal': 'saves',
  'components/rituals/resting.tsx sendPause': 'undo',
  'components/rituals/resting.tsx sendResume': 'undo',
}

const sourceOf = (file: string) => readFileSync(path.join(root, file), 'utf8')

test('it is decided for every route that changes something whether it can remove', () => {
  const changing = contracts.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  expect([...KEEPS, ...Object.keys(ENDS), ...Object.keys(REMOVES)].toSorted()).toEqual(changing.toSorted())
})

test('every screen that can remove something is known, and undoes it or asks', () => {
  // a draft is removed from the device alone
  const functions = deviceFunctionsThatReach(root, Object.values(REMOVES)).add('dropDraft')
  expect(functions.size).toBeGreaterThan(25)
  expect(screensThatUse(root, functions)).toEqual(Object.keys(SCREENS).toSorted())
  const means = { undo: 'offerUndo(', text: '<PersonalTextForm', asks: '<LateRemoveUnopened' } as const
  for (const [screen, how] of Object.entries(SCREENS))
    if (how in means) expect(sourceOf(screen.split(' ')[0] ?? ''), screen).toContain(means[how as keyof typeof means])
  expect(sourceOf('components/people/personal-text-form.tsx')).toContain('offerUndo(')
})

test('a mark is taken back through its Undo alone', () => {
  expect(sourceOf('components/plans/took-part.tsx')).not.toMatch(/sendTookPart\([^)]*\), plan, (?!true)/)
})

test('a draft that is dropped because it was not sent can be brought back', () => {
  const users = ['components/journal/unsent-reply.tsx', 'components/ui/form-places.ts']
  for (const file of users)
    expect(sourceOf(file), file).toMatch(/offerUndo\([\s\S]*bringBack|bringBack[\s\S]*offerUndo\(/)
})
