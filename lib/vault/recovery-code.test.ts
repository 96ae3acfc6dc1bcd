import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectFailure } from './people.fixture'
import { makeRecoveryCode, readRecoveryCode, deriveRecoveryKeys } from './recovery-code'

const code = fc.constant(null).map(makeRecoveryCode)

describe('a recovery code', () => {
  test('is eight groups of four, and is read unchanged', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readRecoveryCode(made)).toBe(made)
      }),
    )
  })

  test('is read in each way of typing it', () => {
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

  const zeros = '0'.repeat(31)
  test.each(['', 'abc', zeros, `${zeros}00`, 'U'.repeat(32), `${zeros}!`, `${zeros}é`])(
    'is not read from %j',
    async (typed) => {
      await expectFailure('bad-recovery-code', () => readRecoveryCode(typed))
    },
  )

  test('derives other keys when any character changes', async () => {
    const made = makeRecoveryCode()
    const { recoveryAuth } = await deriveRecoveryKeys(made)
    expect((await deriveRecoveryKeys(made.toLowerCase())).recoveryAuth).toBe(recoveryAuth)
    for (let index = 0; index < made.length; index++) {
      if (made[index] === '-') continue
      const other = made.slice(0, index) + (made[index] === '7' ? '8' : '7') + made.slice(index + 1)
      expect((await deriveRecoveryKeys(other)).recoveryAuth).not.toBe(recoveryAuth)
    }
  })
})
