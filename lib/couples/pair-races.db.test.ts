// What two people, or fifty, do at once with invites and couples. A deadlock is retried, as the routes do, and nobody sees it.
import { expect, test } from 'vitest'
import { as, outcome } from '@/lib/testing/as-person'
import { bareAccount, bareCouple, bareInvite, bareSignUp, type BareAccount } from '@/lib/testing/bare-accounts'
import { accept, readActiveMemberships, retryAttempt, see } from '@/lib/testing/couple-doors'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { readSharedEntries, shareAs } from '@/lib/testing/shared-by'
import { reportFigure } from '@/lib/testing/soak/figure'
import { putTestSeams } from '@/lib/testing/test-seams'
import { partAs, signUpThrough } from './doors'
import { readInvites } from './reads'
import { revokeMyInvite } from './writes'

const { owner } = await testDatabase()
const clock = putTestSeams('2026-11-24T12:00:00Z', { signUpsPerHour: 100_000, acceptancesPerHour: 100_000 })

const rounds = times(200, 20)

/** Runs a race again and again, and reports it. */
async function race(count: number, run: () => Promise<void>): Promise<void> {
  for (let round = 0; round < count; round++) await run()
  reportFigure('races', count)
}

const twoAccounts = async () => [await bareAccount(owner), await bareAccount(owner)] as const

test('of fifty people who accept the same invite at once only one succeeds', async () => {
  const alone: BareAccount[] = []
  while (alone.length < 50) alone.push(await bareAccount(owner))
  await race(times(200, 4), async () => {
    const a = await bareAccount(owner)
    const invite = await bareInvite(a)
    const outcomes = await Promise.all(alone.map((person) => accept(person, invite)))
    expect(outcomes.toSorted()).toEqual(['done', ...Array<string>(49).fill('not-found')])
    expect(await readActiveMemberships(owner, a, ...alone)).toHaveLength(2)
    alone[outcomes.indexOf('done')] = await bareAccount(owner)
  })
})

test('two people who accept each other’s invites at once become a single couple', async () => {
  await race(rounds, async () => {
    const [a, b] = await twoAccounts()
    const [inviteByA, inviteByB] = [await bareInvite(a), await bareInvite(b)]
    const outcomes = await Promise.all([accept(a, inviteByB), accept(b, inviteByA)])
    expect([...outcomes].sort()).toEqual(['already-paired', 'done'])
    expect((await readActiveMemberships(owner, a, b)).map(({ slot }) => slot)).toEqual([1, 2])
    expect((await see(a)).couple?.id).toBe((await see(b)).couple?.id)
  })
})

test('an invite that is accepted and revoked at once ends in exactly one of the two states', async () => {
  await race(rounds, async () => {
    const [a, b] = await twoAccounts()
    const invite = await bareInvite(a)
    const [accepted, revoked] = await Promise.all([
      accept(b, invite),
      outcome(retryAttempt(() => as(a, (scope) => revokeMyInvite(scope, invite.pairId)))),
    ])
    expect([[accepted, revoked]]).toContainEqual(accepted === 'done' ? ['done', 'not-found'] : ['not-found', 'done'])
    const { invites } = await as(a, readInvites)
    expect(invites.map(({ state }) => state)).toEqual([accepted === 'done' ? 'accepted' : 'revoked'])
    expect(await readActiveMemberships(owner, a, b)).toHaveLength(accepted === 'done' ? 2 : 0)
  })
})

test('two concurrent sign-ups of the same account both succeed, and make a single account and couple', async () => {
  await race(rounds, async () => {
    const a = await bareAccount(owner)
    const joining = { ...bareSignUp(), acceptance: await bareInvite(a) }
    const signUp = () => outcome(retryAttempt(() => signUpThrough(joining, 'here')))
    expect(await Promise.all([signUp(), signUp()])).toEqual(['done', 'done'])
    expect((await see(a)).couple?.partner.id).toBe(joining.personId)
  })
})

test('an entry that is shared while the partner parts is visible only to its writer', async () => {
  await race(rounds, async () => {
    const { a, b, coupleId } = await bareCouple(owner, clock.now())
    const [parted, ...shared] = await Promise.all([
      outcome(retryAttempt(() => partAs(b.secret))),
      ...[1, 2, 3].map(() => shareAs(a, crypto.randomUUID(), clock.now())),
    ])
    expect(parted).toBe('done')
    expect(await readSharedEntries(b)).toEqual([])
    expect(await readSharedEntries(a)).toHaveLength(shared.filter((done) => done === 'done').length)
    expect([await see(a), await see(b)]).toEqual(Array(2).fill({ couple: null, former: [coupleId] }))
  })
})

test('the couple ends once when both part at once, or part again', async () => {
  await race(rounds, async () => {
    const { a, b, coupleId } = await bareCouple(owner, clock.now())
    const part = (secret: string) => outcome(retryAttempt(() => partAs(secret)))
    expect(await Promise.all([part(a.secret), part(b.secret)])).toEqual(['done', 'done'])
    expect(await part(a.secret)).toBe('done')
    const { rows } = await owner.query(
      'select ended_at, left_at from couple join membership on couple_id = id where id = $1',
      [coupleId],
    )
    expect(rows).toEqual(Array(2).fill({ ended_at: clock.now(), left_at: clock.now() }))
  })
})
