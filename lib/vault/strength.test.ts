import { describe, expect, test } from 'vitest'
import { makePhrase } from './phrase'
import { ratePhrase } from './strength'

describe('the strength of a phrase', () => {
  test('a made phrase is strong', async () => {
    for (let times = 0; times < 2; times++)
      expect(await ratePhrase(await makePhrase(), [])).toEqual({ is: 'strong', score: 4 })
  })

  const strong = ['the heron waits by our canal', 'x9#kLq2!vT7&pZ', 'grandmother never liked oranges much']
  test.each(strong)('%j is strong', async (phrase) => {
    expect((await ratePhrase(phrase, ['Noor', 'noor@example.org'])).is).toBe('strong')
  })

  const easy = [
    'passwordpassword',
    'aaaaaaaaaaaaaaaa',
    '12345678901234',
    'qwertyuiopasdf',
    'iloveyouiloveyou',
    'abcdefghijklmnop',
  ]
  test.each(easy)('%j is easy to guess', async (phrase) => {
    expect((await ratePhrase(phrase, [])).is).toBe('easy-to-guess')
  })

  test('the names and emails of both people make it weaker', async () => {
    const phrase = 'Noorvanderberg Eliasnakamura'
    const known = ['Noorvanderberg', 'Eliasnakamura', 'noor@example.org', 'elias@example.org']
    expect(await ratePhrase(phrase, known)).toMatchObject({ is: 'easy-to-guess' })
    expect((await ratePhrase(phrase, [])).is).toBe('strong')
    expect((await ratePhrase('quetzalcoatlus.hatzegopteryx', ['quetzalcoatlus.hatzegopteryx@example.org'])).is).toBe(
      'easy-to-guess',
    )
  })

  test('a length outside 14 to 256 characters is not rated', async () => {
    expect(await ratePhrase('x9#kLq2!vT7&p', [])).toEqual({ is: 'too-short' })
    expect(await ratePhrase('x'.repeat(257), [])).toEqual({ is: 'too-long' })
  })

  test('the longest phrase is rated', async () => {
    expect((await ratePhrase('correct horse battery staple '.repeat(9).slice(0, 256), [])).is).toBe('strong')
  })
})
