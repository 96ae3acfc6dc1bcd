import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectFailure } from './people.fixture'
import { makeRecoveryCode, readRecoveryCode, recoveryKeys } from './recovery-code'

const code = fc.constant(null).map(makeRecoveryCode)

describe('a recovery code', () => {
  test('is eight groups of four, and reads as itself', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readRecoveryCode(made)).toBe(made)
      }),
    )
  })

  test('reads however it was typed', () => {
    const typings = [
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('-', ''),
      (text: string) => text.replaceAll('-', ' '),
      (text: string) => text.replaceAll('-', '–'),
      (text: string) => ` ${text}\n`,
      (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'I'),
      (text: string) => text.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]
    fc.assert(
      fc.property(
        code,
        fc.constantFrom(...typings),
        (made, typed) => void expect(readRecoveryCode(typed(made))).toBe(made),
      ),
    )
  })

  const noughts = '0'.repeat(31)
  test.each(['', 'abc', noughts, `${noughts}00`, 'U'.repeat(32), `${noughts}!`, `${noughts}é`])(
    '%j can be none',
    async (typed) => {
      await expectFailure('bad-recovery-code', () => readRecoveryCode(typed))
    },
  )

  test('every one of its characters counts', async () => {
    const made = makeRecoveryCode()
    const { recoveryAuth } = await recoveryKeys(made)
    expect((await recoveryKeys(made.toLowerCase())).recoveryAuth).toBe(recoveryAuth)
    for (let at = 0; at < made.length; at++) {
      if (made[at] === '-') continue
      const other = made.slice(0, at) + (made[at] === '7' ? '8' : '7') + made.slice(at + 1)
      expect((await recoveryKeys(other)).recoveryAuth).not.toBe(recoveryAuth)
    }
  })
})
