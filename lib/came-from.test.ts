import { expect, test } from 'vitest'
import { cameFromOf, previousPage } from './came-from'

test.each([
  ['/today', 'today'],
  ['/week', 'week'],
  ['/week/2026-W48', 'week'],
  ['/lately', 'lately'],
  ['/months', 'months'],
  ['/rituals', 'rituals'],
  ['/months/2026-11', 'page'],
  ['/rituals/3f0c', 'page'],
  ['/plans/3f0c?coupleId=41aa', 'page'],
  ['/journal/3f0c', 'page'],
  ['/journal/shared/3f0c', 'page'],
])('a link can lead back to %s', (path, expected) => {
  expect(cameFromOf(path)).toBe(expected)
})

test.each([
  '/',
  '/sign-in',
  '/start',
  '/write',
  '/write/voice',
  '/moments/new',
  '/rituals/new',
  '/rituals/3f0c/terms',
  '/journal/3f0c/edit',
  '/journal/3f0c/share',
  '/settings/part',
  '/pair',
  '/check-in/2026-W48',
])('no link leads back to %s', (path) => {
  expect(cameFromOf(path)).toBeNull()
})

const urlsOf = (...paths: string[]) => paths.map((path) => `https://fivefold.example${path}`)

test('the previous page is the nearest entry with another path', () => {
  expect(previousPage(urlsOf('/today', '/week'), '/rituals')).toEqual({ steps: 1, path: '/week' })
  expect(previousPage(urlsOf('/today', '/months/2026-10', '/months/2026-10?step=2'), '/months/2026-10')).toEqual({
    steps: 3,
    path: '/today',
  })
})

test('there is none at the start of a tab, or behind an entry that the browser hides', () => {
  expect(previousPage([], '/today')).toBeNull()
  expect(previousPage(urlsOf('/today'), '/today')).toBeNull()
  expect(previousPage([...urlsOf('/today'), null], '/week')).toBeNull()
})
