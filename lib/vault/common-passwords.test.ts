// The most common passwords, made as long as a phrase has to be in the ways that people make a password longer: none is accepted.
import { describe, expect, test } from 'vitest'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { loadStrengthMeter } from './late-parts'
import { SHORTEST_PHRASE } from './phrase'
import { ratePhrase } from './strength'

const DIGITS = '12345678901234'

/** Each makes a password exactly as long as the shortest phrase. */
const longer: Readonly<Record<string, (password: string) => string>> = {
  repeated: (password) => password.repeat(SHORTEST_PHRASE).slice(0, SHORTEST_PHRASE),
  'with counting behind it': (password) => (password + DIGITS).slice(0, SHORTEST_PHRASE),
  'with counting in front of it': (password) => DIGITS.slice(0, SHORTEST_PHRASE - password.length) + password,
  'with exclamation marks': (password) => password.padEnd(SHORTEST_PHRASE, '!'),
  'with a capital, a year and full stops': (password) =>
    `${password.slice(0, 1).toUpperCase()}${password.slice(1)}2026`
      .padEnd(SHORTEST_PHRASE, '.')
      .slice(0, SHORTEST_PHRASE),
}

async function commonPasswords(count: number): Promise<readonly string[]> {
  const { common } = await loadStrengthMeter()
  const lists: Readonly<Record<string, unknown>> = common.dictionary
  const [list] = Object.entries(lists).flatMap(([name, words]) => (name.startsWith('passwords') ? [words] : []))
  const passwords = Array.isArray(list) ? list.map(String) : []
  return passwords.filter(({ length }) => length < SHORTEST_PHRASE).slice(0, count)
}

describe('a common password', () => {
  test('is accepted in none of these', async () => {
    const passwords = await commonPasswords(times(3000, 12))
    const ways = Object.values(longer)
    const accepted: string[] = []
    for (const [index, password] of passwords.entries()) {
      const phrase = ways[index % ways.length]?.(password) ?? expect.fail(password)
      if ((await ratePhrase(phrase, [])).is !== 'easy-to-guess') accepted.push(phrase)
    }
    expect(accepted).toEqual([])
    reportFigure('passwords', passwords.length)
  })
})
