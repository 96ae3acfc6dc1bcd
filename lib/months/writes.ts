import 'server-only'
import { columnOfSealed } from '@/lib/db/sealed-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { keepVersion } from '@/lib/http/keep-version'
import { Problem } from '@/lib/http/problem'
import { dayIn, type Day, type Month } from '@/lib/time/day'
import { lastDayOf } from '@/lib/time/month'
import { nextNumber, closingStateOf, type ClosingYes } from './closing'
import type { MonthClosing, postMonthClosing, putMonthClosing, putHelped, putNotes } from './contract'
import { hasMonth } from './month-span'
import { closingOf, readChanges, readHelpAnswers, readNotes, readClosingYeses } from './month-rows'

type MonthWriter = Readonly<{ coupleId: string; personId: string; now: Date; today: Day }>

/** Who writes, and when. Throws not-found for a month the couple does not have. No statement. */
function requireMonth({ viewer }: CoupleScope, month: Month): MonthWriter {
  const { coupleId, personId, startedOn, zone, now } = viewer
  const today = dayIn(now, zone)
  if (!hasMonth(month, { startedOn, today })) throw new Problem('not-found')
  return { coupleId, personId, now, today }
}

/**
 * Saves my three notes: the first version, or the one after the saved one. Once both are in, both see them and they are
 * final.
 */
export async function keepNotes(
  scope: CoupleScope,
  { month, coupleId: namedId, id, rev, sealed }: Input<typeof putNotes>,
): Promise<Answer<typeof putNotes>> {
  const { coupleId, personId, now } = requireMonth(scope, month)
  if (coupleId !== namedId) throw new Problem('not-paired')
  const key = { coupleId, subject: month, personId }
  const row = { rev, sealed: columnOfSealed(sealed), writtenAt: now }
  return keepVersion(
    { id, rev, sealed },
    {
      write: () =>
        rev === 1
          ? scope.db.monthNote.createMany({ skipDuplicates: true, data: [{ ...key, id, ...row }] })
          : scope.db.monthNote.updateMany({ where: { ...key, id, rev: rev - 1 }, data: row }),
      read: async () => {
        const { notes, revealed } = await readNotes(scope, coupleId, month)
        const note = notes.find((each) => each.personId === personId)
        return note ? { ...note, revealed } : null
      },
      refuse: (current) =>
        current.revealed ? new Problem('already-revealed') : new Problem('version-changed', { current }),
    },
  )
}

/** The closing rows of a month, and its newest version with its small change. Two statements. */
async function readClosing(
  scope: CoupleScope,
  { coupleId }: MonthWriter,
  month: Month,
): Promise<{ yeses: ClosingYes[]; closing: MonthClosing | null }> {
  const yeses = (await readClosingYeses(scope, coupleId, [month])).get(month) ?? []
  const current = closingStateOf(yeses)
  return {
    yeses,
    closing:
      current && closingOf(current, (await readChanges(scope, coupleId, new Map([[month, current]]))).get(month)),
  }
}

/**
 * Proposes the next version of closing a month, which counts as the proposer's yes. When both propose at once, both use
 * the same number: one of them is refused with the saved version. A closed month can't change. Throws `Problem`
 * (not-found, not-paired, version-changed, ended).
 */
export async function proposeToClose(
  scope: CoupleScope,
  { month, coupleId: namedId, number, focus, change }: Input<typeof postMonthClosing>,
): Promise<MonthClosing> {
  const mine = requireMonth(scope, month)
  const { coupleId, personId, now } = mine
  if (coupleId !== namedId) throw new Problem('not-paired')
  const before = await readClosing(scope, mine, month)
  const current = before.closing
  // A retry whose first answer was lost: the version is saved already.
  if (
    current?.number === number &&
    current.personId === personId &&
    current.focus === focus &&
    (current.change?.id ?? null) === (change?.id ?? null)
  )
    return current
  if (current?.closed) throw new Problem('ended')
  if (number !== nextNumber(before.yeses)) throw changed(current)
  const { count } = await scope.db.monthClosing.createMany({
    skipDuplicates: true,
    data: [{ coupleId, month, number, personId, closes: false, focus, withChange: change !== null, saidAt: now }],
  })
  if (count === 0) throw changed((await readClosing(scope, mine, month)).closing)
  if (change)
    await scope.db.monthChange.createMany({
      data: [
        { coupleId, month, number, personId, id: change.id, sealed: columnOfSealed(change.sealed), writtenAt: now },
      ],
    })
  const { closing } = await readClosing(scope, mine, month)
  if (!closing) throw new Problem('not-found')
  return closing
}

/**
 * Saves my yes to my partner's version, which closes the month. Throws version-changed where a newer version exists.
 */
export async function agreeToClose(
  scope: CoupleScope,
  { month, number }: Input<typeof putMonthClosing>,
): Promise<MonthClosing> {
  const mine = requireMonth(scope, month)
  const { coupleId, personId, now } = mine
  const { yeses, closing } = await readClosing(scope, mine, month)
  if (!closing) throw new Problem('not-found')
  if (closing.number !== number) throw changed(closing)
  // What I proposed has my yes; what is closed has both.
  if (closing.closed || closing.personId === personId) return closing
  const yes = {
    coupleId,
    month,
    number: nextNumber(yeses),
    personId,
    closes: true,
    focus: null,
    withChange: false,
    saidAt: now,
  }
  const { count } = await scope.db.monthClosing.createMany({ skipDuplicates: true, data: [yes] })
  const after = (await readClosing(scope, mine, month)).closing
  if (count === 0 && !(after?.closed && after.number === number)) throw changed(after)
  return { ...closing, closed: true }
}

const changed = (current: MonthClosing | null) => new Problem('version-changed', current ? { current } : {})

/**
 * Saves whether a month's small change helped me. Throws not-found before the next month or where the month was not
 * closed with a change, and already-revealed for another answer once both have answered.
 */
export async function keepHelpAnswer(
  scope: CoupleScope,
  { month, answer }: Input<typeof putHelped>,
): Promise<Answer<typeof putHelped>> {
  const { coupleId, personId, today } = requireMonth(scope, month)
  const current = closingStateOf((await readClosingYeses(scope, coupleId, [month])).get(month) ?? [])
  if (!current?.closed || !current.version.withChange || today <= lastDayOf(month)) throw new Problem('not-found')
  const key = { coupleId, subject: month, personId }
  const { count } = await scope.db.monthHelp.createMany({ skipDuplicates: true, data: [{ ...key, answer }] })
  const kept = count === 1 ? count : (await scope.db.monthHelp.updateMany({ where: key, data: { answer } })).count
  const after = await readHelpAnswers(scope, coupleId, month, personId)
  if (kept === 0 && after.mine !== answer) throw new Problem('already-revealed')
  return after
}
