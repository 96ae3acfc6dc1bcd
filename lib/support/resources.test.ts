import { expect, test } from 'vitest'
import { isDay } from '@/lib/time/day'
import supportPlaces, { type SupportResource } from './resources'
import { shownResources } from './shown'

// What a person checked, and when. Add a row here, with its day, when a person has checked it.
const checkedSites = new Map([
  ['https://lila.help', '2026-11-23'],
  ['https://www.thehotline.org', '2026-11-23'],
  ['https://www.techsafety.org', '2026-11-23'],
  ['https://www.nationaldahelpline.org.uk', '2026-11-23'],
  ['https://refugetechsafety.org', '2026-11-23'],
  ['https://www.1800respect.org.au', '2026-11-23'],
])
const checkedNumbers = new Map([
  ['1-800-799-7233', '2026-11-23'],
  ['0808 2000 247', '2026-11-23'],
  ['0808 801 0327', '2026-11-23'],
])

const everyRow: readonly SupportResource[] = supportPlaces.flatMap(({ resources }) => resources)
const everyShown = shownResources().flatMap(({ resources }) => resources)

test('every date is one on which a person checked', () => {
  for (const { site, number } of everyRow) {
    expect([site.url, site.checkedOn]).toEqual([site.url, checkedSites.get(site.url) ?? null])
    if (number) expect([number.text, number.checkedOn]).toEqual([number.text, checkedNumbers.get(number.text) ?? null])
  }
})

test('every date is a day', () => {
  for (const { site, number } of everyRow) {
    for (const { checkedOn } of [site, ...(number ? [number] : [])])
      expect(checkedOn === null || isDay(checkedOn), site.url).toBe(true)
  }
})

test('what nobody has checked is not shown', () => {
  expect(everyShown.map(({ url }) => url)).toEqual([...checkedSites.keys()])
})

test('a number is shown beside its own site, and an unchecked number leaves the site alone', () => {
  expect(everyShown.filter(({ number }) => number !== null).map(({ name, number }) => [name, number])).toEqual([
    ['National Domestic Violence Hotline', '1-800-799-7233'],
    ['National Domestic Abuse Helpline', '0808 2000 247'],
  ])
})

test('the worldwide directory comes first', () => {
  expect(shownResources()[0]?.place).toBe('world')
})

test('every site is reached over https', () => {
  for (const { site } of everyRow) expect(new URL(site.url).protocol).toBe('https:')
})
