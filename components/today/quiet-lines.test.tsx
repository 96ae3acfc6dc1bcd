import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TodayContext } from '@/components/people/use-today'
import type { AskedToday } from '@/lib/check-ins/asked-today'
import type { WeekLine } from '@/lib/check-ins/week-open'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWeek } from '@/lib/time/week'
import { QuietLines } from './quiet-lines'

const week = (id: string, is: WeekLine['is']): WeekLine => ({
  week: parseWeek(weekIdSchema.parse(id), 1),
  is,
  until: parseDay('2026-12-02'),
})
const nothing: AskedToday = { week: null, revealed: null, month: null, hopes: false }

/** The lines that are shown, and those that are folded. */
function linesOf(asked: Partial<AskedToday> | null, { spareSaved = true, parted = false } = {}) {
  const html = renderToStaticMarkup(
    <TodayContext value={parseDay('2026-12-01')}>
      <QuietLines
        locale="en-GB"
        uid="me"
        spareSaved={spareSaved}
        asked={asked && { ...nothing, ...asked }}
        parted={parted}
      />
    </TodayContext>,
  )
  const [before = '', after = ''] = html.split('<details')
  const hrefs = (part: string) => [...part.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  return { shown: hrefs(before), folded: hrefs(after), names: /For later: [^<]*/.exec(after)?.[0] }
}

test('Today has at most two quiet lines: with more, one of them names and opens the others', () => {
  const [ask, revealed, month] = [week('2026-W49', 'ask'), week('2026-W48', 'shown'), parseMonth('2026-11')]
  expect(linesOf({})).toEqual({ shown: [], folded: [], names: undefined })
  expect(linesOf({ week: week('2026-W49', 'kept'), month }).shown).toEqual(['/months/2026-11'])
  expect(linesOf({ week: ask, month }).shown).toEqual(['/check-in/2026-W49', '/months/2026-11'])
  expect(linesOf({ week: ask, revealed, month, hopes: true }, { spareSaved: false })).toEqual({
    shown: ['/check-in/2026-W49'],
    folded: ['/check-in/2026-W48', '/months/2026-11', '/lately#hopes', '/settings/spare-page'],
    names: 'For later: how close it felt, November together, what feels fed and your spare page',
  })
  expect(linesOf({ month, hopes: true }, { spareSaved: false })).toEqual({
    shown: ['/months/2026-11'],
    folded: ['/lately#hopes', '/settings/spare-page'],
    names: 'For later: what feels fed and your spare page',
  })
})

test('who is alone has the spare page and the invitation', () => {
  expect(linesOf(null, { spareSaved: false }).shown).toEqual(['/settings/spare-page', '/pair'])
  expect(linesOf(null, { parted: true }).shown).toEqual(['/rituals'])
})
