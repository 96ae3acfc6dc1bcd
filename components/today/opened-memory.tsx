'use client'
import { useEffect } from 'react'
import { readMark } from '@/components/journal/read-mark'
import { OnlyYou } from '@/components/journal/who-reads'
import { MarkedName } from '@/components/people/partner-mark'
import type { TwoPeople } from '@/components/people/two-people'
import { useToday } from '@/components/people/use-today'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { offerUndo } from '@/components/ui/toast'
import { useLoaded } from '@/components/ui/use-loaded'
import { browserDevice } from '@/lib/device/browser-device'
import { isPutAway, noteShown, putAway, shownDayBefore } from '@/lib/device/memory-marks'
import { memoryDays, memoryOn, type Memory, type TimeAgo } from '@/lib/device/memory-on'
import { readOpenedIndex, type IndexedRow } from '@/lib/device/opened-index'
import { fetchIndexedSharedPages } from '@/lib/journal/memory-pages'
import { isMarked } from '@/lib/local-marks'
import { memoryMessages } from '@/lib/messages/rooms/memory'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Day } from '@/lib/time/day'
import type { Vault } from '@/lib/vault/vault'

type MemoryProps = Readonly<{
  vault: Vault
  people: TwoPeople
  /** The day on which the two paired; null without a partner. */
  startedOn: Day | null
}>

/** The day's memory, found with the vault. */
export function OpenedMemory({ vault, people, startedOn }: MemoryProps) {
  const today = useToday()
  const { coupleId } = people
  const { value, again } = useLoaded(`${coupleId} ${today}`, async () => ({
    memory: await findMemory(vault, today, coupleId, startedOn),
  }))
  const memory = value?.memory ?? null
  const id = memory?.row.id
  useEffect(() => {
    if (id !== undefined) noteShown(id, today, vault.uid)
  }, [id, today, vault.uid])
  return memory ? <ShownMemory key={id} memory={memory} people={people} onPutAway={again} /> : null
}

/** How many days the shared pages are fetched for: those of the month before and of the last years. */
const DAYS_FETCHED = 3

/**
 * Finds the day's memory. One's own private pages and lines come from the index of this device. Shared pages are fetched,
 * because the other may have taken one back: always those of the same days, whatever is in the index.
 */
async function findMemory(
  vault: Vault,
  today: Day,
  couple: string | null,
  startedOn: Day | null,
): Promise<Memory | null> {
  const device = browserDevice()
  const days =
    couple === null || startedOn === null
      ? []
      : memoryDays(today, startedOn).filter(({ ago }) => ago.unit === 'month' || ago.count < DAYS_FETCHED)
  const [index, ...shared] = await Promise.all([
    readOpenedIndex(device, vault),
    ...days.map(({ day }) =>
      fetchIndexedSharedPages(device, vault, couple ?? '', day).catch((): readonly IndexedRow[] => []),
    ),
  ])
  const own = index.filter(({ kind, author }) => author === vault.uid && kind !== 'shared')
  // what is known of a former couple, whose pages never come back
  const former = index.filter((row) => row.couple !== null && row.couple !== couple)
  // a page of the partner's that was not read here yet is news, not a memory
  const read = shared.flat().filter(({ id, author }) => author === vault.uid || isMarked(readMark(id, vault.uid)))
  return memoryOn([...own, ...former, ...read], {
    today,
    couple,
    shownYesterday: shownDayBefore(today, vault.uid),
    isHidden: (id) => isPutAway(id, vault.uid),
  })
}

type ShownMemoryProps = Readonly<{ memory: Memory; people: TwoPeople; onPutAway: () => void }>

function ShownMemory({ memory: { row, ago }, people, onPutAway }: ShownMemoryProps) {
  const t = useTranslations(memoryMessages)
  const away = () => {
    putAway(row.id, people.me.id, true)
    document.querySelector('h1')?.focus({ preventScroll: true })
    onPutAway()
    offerUndo({
      text: t('awayDone'),
      undo: () => {
        putAway(row.id, people.me.id, false)
        onPutAway()
      },
    })
  }
  return (
    <section aria-labelledby="memory" className="mt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="memory" className="type-heading">
          {agoInWords(ago, t)}
        </h2>
        <Button variant="link" className="text-small text-ink-3" onClick={away}>
          {t('away')}
        </Button>
      </div>
      <p dir="auto" className="type-letter mt-1 wrap-anywhere">
        {row.words}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-3">
        <Whose row={row} people={people} />
      </p>
      <Link href={hrefOf(row)} className="reach mt-1 gap-1.5 text-small font-strong text-ink-2 hover:text-ink">
        {t(row.kind === 'line' ? 'plan' : 'page')}
        <Icon icon="chevron-right" size={16} />
      </Link>
    </section>
  )
}

function Whose({ row: { kind, author, isVoice }, people: { me, partner } }: { row: IndexedRow; people: TwoPeople }) {
  const t = useTranslations(memoryMessages)
  if (kind === 'line') return <MarkedName slot={me.slot}>{t('line')}</MarkedName>
  if (kind === 'shared' && partner)
    return author === me.id ? (
      <MarkedName slot={me.slot}>{t('sharedMine', { name: partner.name })}</MarkedName>
    ) : (
      <MarkedName slot={partner.slot}>{t('sharedTheirs', { name: partner.name })}</MarkedName>
    )
  return (
    <>
      {isVoice ? <span>{t('answer')}</span> : null}
      <OnlyYou />
    </>
  )
}

const hrefOf = ({ kind, id, about }: IndexedRow): string =>
  kind === 'line' ? `/plans/${about}` : kind === 'shared' ? `/journal/shared/${id}` : `/journal/${id}`

const agoInWords = (
  { unit, count }: TimeAgo,
  t: (key: 'monthAgo' | 'yearAgo' | 'yearsAgo', values?: { n: number }) => string,
): string => (unit === 'month' ? t('monthAgo') : count === 1 ? t('yearAgo') : t('yearsAgo', { n: count }))
