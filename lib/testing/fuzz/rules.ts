// What a schema can't say about valid requests: a token that fits its hash, a version that follows the saved one.
import { createHash } from 'node:crypto'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { daySchema } from '@/lib/time/schemas'
import { bundleOf, sealedOf, signedKeyring } from '../sealed'
import type { Dice } from './dice'
import type { FuzzAccount, FuzzActor, FuzzWorld, SeenRow } from './world'

/** A request before it is written down. */
export type UnwrittenRequest = {
  params: Record<string, string>
  query: Record<string, unknown>
  body: Record<string, unknown>
  headers: Record<string, string>
  ifMatch: number
  /** The row that the path names, if it was seen. */
  row: SeenRow | null
}

export type FuzzRule = (
  draft: UnwrittenRequest,
  by: Readonly<{ dice: Dice; world: FuzzWorld; actor: FuzzActor }>,
) => void

const numberOf = (row: SeenRow | null | undefined, name: string): number => Number(row?.[name] ?? 0)

const withCsrf: FuzzRule = ({ body, headers }, { world }) => {
  if (!world.csrf) return
  body['csrfToken'] = world.csrf.token
  headers['cookie'] = [headers['cookie'], world.csrf.cookie].filter(Boolean).join('; ')
}

const account = (draft: UnwrittenRequest, world: FuzzWorld, dice: Dice): FuzzAccount | null => {
  const known = world.accounts.length > 0 ? dice.pick(world.accounts) : null
  if (known) draft.body['email'] = known.email
  return known
}

/** A plan that the person took part in, which is what can be answered and remembered: the newest is the surest to be so still. */
const keptPlan: FuzzRule = ({ params }, { world, actor, dice }) => {
  const fits = ({ tookPart }: SeenRow) => Array.isArray(tookPart) && tookPart.includes(actor.id)
  const plan = dice.chance(0.5) ? world.newest(actor, 'plans', fits) : world.find(actor, 'plans', dice, fits)
  if (plan) params['id'] = plan.id
}

const newestInvite = (
  { params }: UnwrittenRequest,
  { world, dice }: Readonly<{ world: FuzzWorld; dice: Dice }>,
): string => {
  const pairId = world.invites.at(-1 - dice.int(Math.max(1, Math.min(3, world.invites.length))))
  if (pairId) params['pairId'] = pairId
  return world.tokens.get(params['pairId'] ?? '') ?? dice.bytes(32)
}

/** The next version of the keyring, signed by the person's own key. */
const nextKeyring: FuzzRule = (draft, { world, actor, dice }) => {
  draft.ifMatch = numberOf(world.seen(actor, 'vault', dice), 'keyringRev')
  Object.assign(draft.body, signedKeyring(actor.id, draft.ifMatch + 1, String(draft.body['keyring'])))
}

/** Names a month whose newest version of closing fits. */
const monthWith = (
  { params }: UnwrittenRequest,
  world: FuzzWorld,
  fits: (closing: SeenRow) => boolean,
): SeenRow | null => {
  const found = [...world.closings].find(([, closing]) => fits(closing))
  if (found) params['month'] = found[0]
  return found?.[1] ?? null
}

/** The first version of a sealed row, or the one after the saved one. */
const nextVersion =
  (idName: string, kind: string): FuzzRule =>
  ({ body, row }, { actor, dice, world }) => {
    const parts = [row?.['meanings'], row?.['lines'], row?.['notes']].flat() as (SeenRow | undefined)[]
    const mine =
      parts.find((part) => part?.['personId'] === actor.id) ?? (dice.chance(0.3) ? world.seen(actor, kind, dice) : null)
    body['rev'] = numberOf(mine, 'rev') + 1
    if (mine?.['personId'] === actor.id) body[idName] = mine.id
  }

type SeenTerms = SeenRow & { proposerId?: string }

/** The terms of a ritual that wait for an answer. */
const openTerms = (ritual: SeenRow): SeenTerms | null =>
  (ritual['suggested'] ?? (ritual['state'] === 'proposed' ? ritual['terms'] : null)) as SeenTerms | null

/** Answers the newest terms of a ritual: yes to those of the other person, no to those of either. */
const answerTerms =
  (yes: boolean): FuzzRule =>
  ({ body, params }, { world, actor, dice }) => {
    const waits = (ritual: SeenRow) =>
      yes ? (openTerms(ritual)?.proposerId ?? actor.id) !== actor.id : ritual['suggested'] !== null
    const ritual = world.find(actor, 'rituals', dice, waits)
    if (!ritual) return
    params['id'] = ritual.id
    body['termsId'] = openTerms(ritual)?.id ?? body['termsId']
  }

export const rules: Readonly<Record<string, FuzzRule>> = {
  'POST /api/accounts': ({ body }, { dice, world }) => {
    const email = `${dice.uuid()}@posta.example`
    Object.assign(body, { email, bundle: bundleOf(String(body['personId'])) })
    delete body['acceptance']
    world.accounts.push({ email, authKey: String(body['authKey']), recoveryAuth: String(body['recoveryAuth']) })
    if (world.accounts.length > 30) world.accounts.shift()
  },
  'POST /api/auth/callback/credentials': (draft, by) => {
    const known = account(draft, by.world, by.dice)
    if (known) draft.body['authKey'] = known.authKey
    draft.headers['cookie'] = ''
    withCsrf(draft, by)
  },
  'POST /api/auth/signout': withCsrf,
  'POST /api/recovery': (draft, { world, dice }) => {
    const known = account(draft, world, dice)
    if (known) draft.body['recoveryAuth'] = known.recoveryAuth
  },
  'PUT /api/recovery': ({ body }, { world, dice }) => {
    const open = world.accounts.filter(({ ticket }) => ticket !== undefined)
    if (open.length === 0) return
    const known = dice.pick(open)
    Object.assign(body, { ticket: known.ticket, keyringRev: (known.keyringRev ?? 0) + 1 })
    Object.assign(known, { authKey: body['authKey'], recoveryAuth: body['recoveryAuth'] })
    delete known.ticket
    delete known.cookie // every session ends
  },
  'POST /api/invites': ({ body }, { actor, dice, world }) => {
    const token = dice.bytes(32)
    world.tokens.set(String(body['pairId']), token)
    Object.assign(body, {
      tokenHash: createHash('sha256').update(token).digest('base64url'),
      inviterBundle: bundleOf(actor.id),
    })
  },
  'GET /api/invites/{pairId}': (draft, by) => {
    draft.headers['x-invite-token'] = newestInvite(draft, by)
  },
  'PUT /api/invites/{pairId}/acceptance': (draft, by) => {
    draft.body['token'] = newestInvite(draft, by)
  },
  'PUT /api/me/vault': nextKeyring,
  'PUT /api/me/spare-page': nextKeyring,
  'PUT /api/me/spare-page/code': (draft, { world, dice }) => {
    const signedIn = world.accounts.filter(({ cookie }) => cookie !== undefined)
    if (signedIn.length === 0) return
    const known = dice.pick(signedIn)
    draft.headers['cookie'] = known.cookie ?? ''
    draft.body['authKey'] = known.authKey
    draft.ifMatch = known.keyringRev ?? 1
  },
  'PUT /api/plans/{id}': (draft, { world, actor, dice }) => {
    draft.ifMatch = 0
    const { body, params } = draft
    const ritual = dice.chance(0.6) ? world.seen(actor, 'rituals', dice) : null
    body['ritualId'] = ritual?.id ?? null
    if (!ritual) {
      if (dice.chance(0.8)) params['id'] = dice.uuid()
      body['title'] ??= 'The night train'
      body['zone'] ??= 'Europe/Lisbon'
      return
    }
    const starts = (ritual['terms'] as { startsOn?: string } | undefined)?.startsOn
    body['onDate'] = starts ?? body['onDate']
    params['id'] = occurrenceId(ritual.id, daySchema.parse(body['onDate']))
    for (const name of ['kind', 'zone', 'title', 'types']) delete body[name]
  },
  'PUT /api/plans/{id}/taking-part': ({ body, params, row }) => {
    if (!row) return
    body['ritualId'] = row['ritualId'] ?? null
    body['onDate'] = row['onDate'] ?? body['onDate']
    params['id'] = row.id
  },
  'PUT /api/plans/{id}/felt': keptPlan,
  'PUT /api/plans/{id}/line': (draft, by) => {
    nextVersion('lineId', 'lines')(draft, by)
    keptPlan(draft, by)
  },
  'POST /api/rituals/{id}/terms': (draft, { world, actor, dice }) => {
    const ritual = world.find(
      actor,
      'rituals',
      dice,
      ({ state, suggested }) => state === 'agreed' && suggested === null,
    )
    if (!ritual) return
    draft.params['id'] = ritual.id
    draft.ifMatch = numberOf(ritual, 'version')
  },
  'PUT /api/rituals/{id}/agreement': answerTerms(true),
  'PUT /api/rituals/{id}/closing': answerTerms(false),
  'PUT /api/rituals/{id}/meaning': nextVersion('meaningId', 'meanings'),
  'PUT /api/months/{month}/notes': nextVersion('id', 'notes'),
  'POST /api/months/{month}/close': ({ body, params }, { world, dice }) => {
    if (dice.chance(0.5)) params['month'] = '2026-10'
    body['number'] = numberOf(world.closings.get(params['month'] ?? ''), 'number') + 1
    body['change'] ??= { id: dice.uuid(), sealed: sealedOf('One walk a week.') }
  },
  'PUT /api/months/{month}/close': (draft, { world, actor }) => {
    const proposed = monthWith(draft, world, ({ closed, personId }) => closed === false && personId !== actor.id)
    draft.body['number'] = numberOf(proposed, 'number') || 1
  },
  'PUT /api/months/{month}/helped': (draft, { world }) => {
    monthWith(draft, world, ({ closed }) => closed === true)
  },
  'PUT /api/weeks/{week}/readiness': ({ body, params }, { world }) => {
    body['version'] = world.weekVersion || 'none'
    params['week'] = '2026-W48'
  },
  'POST /api/moments': ({ body }, { dice }) => {
    if (dice.chance(0.8)) body['day'] = '2026-11-23'
  },
}
