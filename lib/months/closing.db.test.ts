// Closing a month: versions, a yes to the newest one, and in the next month whether its small change helped.
import { describe, expect, test } from 'vitest'
import { readAskedToday } from '@/lib/check-ins/reads'
import { partAs } from '@/lib/couples/doors'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { as, problemCodeOf, outcome, paired } from '@/lib/testing/as-person'
import type { BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { november } from '@/lib/testing/november'
import { parseMonth } from '@/lib/time/month'
import { monthToday, readMonth } from './reads'
import { agreeToClose, proposeToClose, keepHelpAnswer } from './writes'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const { clock, month, couple } = november(owner)
const change = () => ({ id: crypto.randomUUID(), sealed: sealedOf('the change') })

describe('closing', () => {
  const version = (coupleId: string, number: number, focus: IntimacyType | null = 'emotional') => ({
    month,
    coupleId,
    number,
    focus,
    change: change(),
  })

  test('only a yes to the newest version closes a month, and a closed month is final', async () => {
    const { a, b, coupleId: id } = await couple()
    expect(await outcome(as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 })))).toBe('not-found')
    const first = version(id, 1)
    expect(await as(a, (scope) => proposeToClose(paired(scope), first))).toMatchObject({
      number: 1,
      personId: a.id,
      closed: false,
      change: { id: first.change.id },
    })
    expect(await as(a, (scope) => proposeToClose(paired(scope), first))).toMatchObject({ number: 1 })
    // Proposing was the proposer's yes already, so a second one closes nothing.
    expect(await as(a, (scope) => agreeToClose(paired(scope), { month, number: 1 }))).toMatchObject({ closed: false })
    await as(b, (scope) => proposeToClose(paired(scope), version(id, 2, 'physical')))
    expect(await outcome(as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 })))).toBe('version-changed')
    expect(await outcome(as(a, (scope) => proposeToClose(paired(scope), version(id, 2))))).toBe('version-changed')
    expect(await as(a, (scope) => agreeToClose(paired(scope), { month, number: 2 }))).toMatchObject({
      number: 2,
      focus: 'physical',
      closed: true,
    })
    expect(await as(b, (scope) => agreeToClose(paired(scope), { month, number: 2 }))).toMatchObject({ closed: true })
    expect(await outcome(as(a, (scope) => proposeToClose(paired(scope), version(id, 4))))).toBe('ended')
    for (const person of [a, b])
      expect((await as(person, (scope) => readMonth(scope, month))).closing).toMatchObject({
        number: 2,
        focus: 'physical',
        closed: true,
      })
  })

  test('Today asks for a month until both have closed it', async () => {
    const { a, b, coupleId: id } = await couple()
    const isClosed = (person: BareAccount) =>
      as(person, async (scope) => (await readAskedToday(scope, monthToday(scope))).month === null)
    expect(await as(a, async (scope) => monthToday(scope))).toBe(month)
    await as(a, (scope) => proposeToClose(paired(scope), version(id, 1)))
    expect([await isClosed(a), await isClosed(b)]).toEqual([false, false])
    await as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 }))
    expect([await isClosed(a), await isClosed(b)]).toEqual([true, true])
    // Another couple's month says nothing about theirs.
    const other = await couple()
    expect(await isClosed(other.a)).toBe(false)
  })

  test('after parting both can read how a month was closed, and only the author the small change', async () => {
    const { a, b, coupleId: id } = await couple()
    await as(a, (scope) => proposeToClose(paired(scope), version(id, 1)))
    await as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 }))
    await partAs(a.secret)
    const counts = (person: BareAccount) =>
      as(person, async (scope) => [
        await scope.db.monthClosing.count({ where: { coupleId: id } }),
        await scope.db.monthChange.count({ where: { coupleId: id } }),
      ])
    expect([await counts(a), await counts(b)]).toEqual([
      [2, 1],
      [2, 0],
    ])
    expect(await outcome(as(b, (scope) => proposeToClose(paired(scope), version(id, 3))))).toBe('not-paired')
  })

  test('of a yes and a newer version at the same moment one is saved, never a yes to an older version', async () => {
    const { a, b, coupleId: id } = await couple()
    for (let index = 0; index < 60; index++) {
      const month = parseMonth(`${1960 + index}-03`)
      await owner.query(`update couple set started_on = '1950-01-01' where id = $1`, [id])
      await as(a, (scope) => proposeToClose(paired(scope), { ...version(id, 1), month }))
      const [yes, newer] = await Promise.all([
        outcome(as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 }))),
        outcome(as(a, (scope) => proposeToClose(paired(scope), { ...version(id, 2), month }))),
      ])
      expect([[yes, newer]].flat().filter((outcome) => outcome === 'done')).toHaveLength(1)
      expect(['version-changed', 'ended']).toContain(yes === 'done' ? newer : yes)
      const { closing } = await as(a, (scope) => readMonth(scope, month))
      expect([closing?.number, closing?.closed]).toEqual(yes === 'done' ? [1, true] : [2, false])
    }
  })
})

describe('“Did it help?”', () => {
  test('is asked after a month that was closed with a change, and the answers show once both have answered', async () => {
    const { a, b, coupleId: id } = await couple()
    const december = parseMonth('2026-12')
    const help = (person: BareAccount, answer: 'helped' | 'aLittle' = 'helped') =>
      as(person, (scope) => keepHelpAnswer(paired(scope), { month, answer })).catch(problemCodeOf)
    await as(a, (scope) =>
      proposeToClose(paired(scope), { month, coupleId: id, number: 1, focus: null, change: change() }),
    )
    clock.at('2026-12-02T12:00:00Z')
    expect([await help(a), (await as(a, (scope) => readMonth(scope, december))).before]).toEqual(['not-found', null])
    await as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 }))
    clock.at('2026-11-30T12:00:00Z')
    expect(await help(a)).toBe('not-found')
    clock.at('2026-12-02T12:00:00Z')
    const question = async (person: BareAccount) => {
      const { before } = await as(person, (scope) => readMonth(scope, december))
      return [before?.month, before?.mine, before?.partner]
    }
    expect([await question(a), await question(b)]).toEqual([
      [month, null, null],
      [month, null, null],
    ])
    expect(await help(a, 'aLittle')).toEqual({ mine: 'aLittle', partner: null })
    expect(await help(a)).toEqual({ mine: 'helped', partner: null })
    expect(await question(b)).toEqual([month, null, null])
    expect(await help(b, 'aLittle')).toEqual({ mine: 'aLittle', partner: 'helped' })
    expect(await question(a)).toEqual([month, 'helped', 'aLittle'])
    expect([await help(a), await help(a, 'aLittle')]).toEqual([
      { mine: 'helped', partner: 'aLittle' },
      'already-revealed',
    ])
  })

  test('is not asked after a month that was closed without a change', async () => {
    const { a, b, coupleId: id } = await couple()
    await as(a, (scope) =>
      proposeToClose(paired(scope), { month, coupleId: id, number: 1, focus: 'emotional', change: null }),
    )
    await as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 }))
    clock.at('2026-12-02T12:00:00Z')
    expect((await as(a, (scope) => readMonth(scope, parseMonth('2026-12')))).before).toBeNull()
    expect(await outcome(as(a, (scope) => keepHelpAnswer(paired(scope), { month, answer: 'helped' })))).toBe(
      'not-found',
    )
  })

  test('answers of both at the same moment are all revealed', async () => {
    const rounds = times(200, 20)
    const { a, b, coupleId: id } = await couple()
    await owner.query(`update couple set started_on = '1950-01-01' where id = $1`, [id])
    for (let round = 0; round < rounds; round++) {
      const month = parseMonth(`${2000 + Math.floor(round / 12)}-${String((round % 12) + 1).padStart(2, '0')}`)
      await owner.query(
        `insert into month_closing values ($1, $2, 1, $3, false, null, true, '2000-01-01'), ($1, $2, 2, $4, true, null, false, '2000-01-01')`,
        [id, month, a.id, b.id],
      )
      const answer = (person: BareAccount) =>
        as(person, (scope) => keepHelpAnswer(paired(scope), { month, answer: 'helped' }))
      await Promise.all([answer(a), answer(b)])
    }
    const { rows } = await owner.query(
      'select count(*)::int as n, count(revealed_at)::int as shown from month_help where couple_id = $1',
      [id],
    )
    expect(rows).toEqual([{ n: 2 * rounds, shown: 2 * rounds }])
    reportFigure('blind', rounds)
  })
})
