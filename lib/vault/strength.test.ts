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
    expect((await ratePhrase('copper violin under seventeen maps '.repeat(9).slice(0, 256), [])).is).toBe('strong')
  })

  test.each([
    'correct horse battery staple',
    'Correct-Horse-Battery-Staple!',
    'correcthorsebatterystaple',
    'correct horse battery staple 2024',
    'correct horse battery staple correct horse battery staple',
    'our correct horse battery staple',
    'To be, or not to be',
    'the quick brown fox jumps over the lazy dog',
    'I love you to the moon and back',
    'roses are red, violets are blue',
    'There’s no place like home',
    'our anniversary 2019',
    'forever and always together',
  ])('%j is known to everybody', async (phrase) => {
    expect((await ratePhrase(phrase, [])).is).toBe('easy-to-guess')
  })

  test.each([
    ['noor loves elias', ['Noor', 'Elias']],
    ['noor loves elias', ['Noor']],
    ['noor loves elias', []],
    ['Noor & Elias 4ever', ['Noor', 'Elias']],
    ['noor and elias 2019', ['Noor', 'elias@posta.example']],
    ['NoorLovesElias!!', ['Noor', 'Elias']],
    ['noors love for élias', ['Noor', 'Elias']],
    ['I love noor very much', ['noor@posta.example']],
  ])('%j is what somebody who knows %j tries', async (phrase, known) => {
    expect((await ratePhrase(phrase, known)).is).toBe('easy-to-guess')
  })

  test.each([
    ['velvet canyon lemon whisper', ['Noor', 'Elias']],
    ['elias copper violin seventeen maps', ['Noor', 'Elias']],
    ['the copper violin of my seventeen maps', []],
    ['x9#kLq2!vT7&pQz', ['Noor']],
    ['pulgada-mirlo-estufa-nube', ['Al']],
    ['сорок берёзовых пуговиц', ['Noor']],
  ])('%j is hard to guess all the same', async (phrase, known) => {
    expect((await ratePhrase(phrase, known)).is).toBe('strong')
  })
})
