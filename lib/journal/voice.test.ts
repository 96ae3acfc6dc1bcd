import { describe, expect, test } from 'vitest'
import { isAnswered, isFinished, stepAfter, stepBefore, stepsOf, writtenAsI } from './voice'

const voice = 'You always let him down.'

describe('a voice page can be finished when the voice was answered', () => {
  test.each([
    ['', false],
    ['   \n', false],
    ['No.', false],
    ['Not true', false],
    [voice, false],
    ['you always LET him down', false],
    ['I was there on Sunday.', true],
    ['I do stay, and I said so.', true],
    ['我每个星期天都陪着他，我没有离开过。', true],
    ['不是', false],
  ])('%j: %s', (answer, expected) => {
    expect(isAnswered({ voice, answer })).toBe(expected)
  })

  test('an answer without a voice can’t be finished', () => {
    expect(isFinished({ voice: ' ', answer: 'I was there on Sunday.' })).toBe(false)
    expect(isFinished({ voice, answer: 'I was there on Sunday.' })).toBe(true)
  })
})

describe('“you” is suggested where the voice is written as “I”', () => {
  test.each([
    ['I always let him down', true],
    ['I’m no good at staying', true],
    ["i'm too much", true],
    ['My family was like that. I am too.', true],
    ['Nobody stays. I never could.', true],
    ['I am boring and he will notice', true],
    ['I will lose her. They all go.', true],
    ['She never listens. I bore her.', true],
    ['I am boring, and you know it', false],
    ['He thinks I am boring', false],
    ['You always let him down', false],
    ['You think I am weak', false],
    ['She never listens', false],
    ['Imagine that', false],
    ['', false],
    ['Du lässt ihn immer im Stich', false],
  ])('%j: %s', (text, expected) => {
    expect(writtenAsI(text)).toBe(expected)
  })
})

test('the whole form has five steps in order, and the short form the first and the third', () => {
  expect(stepsOf('whole')).toEqual(['voice', 'origin', 'answer', 'effect', 'step'])
  expect(stepsOf('short')).toEqual(['voice', 'answer'])
  expect(stepAfter('voice', 'whole')).toBe('origin')
  expect(stepAfter('voice', 'short')).toBe('answer')
  expect(stepAfter('answer', 'short')).toBeNull()
  expect(stepAfter('step', 'whole')).toBeNull()
  expect(stepBefore('voice', 'whole')).toBeNull()
  expect(stepBefore('answer', 'short')).toBe('voice')
})
