'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { latePart } from '@/components/device/late-part'
import { SealedPage } from '@/components/device/sealed-page'
import { useJournal } from '@/components/device/use-journal'
import { WhenOpen } from '@/components/device/when-open'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { Segmented } from '@/components/ui/segmented'
import { Skeleton } from '@/components/ui/waiting'
import type { JournalView } from '@/lib/journal/journal-list'
import { sortByDay, type ListedPage } from '@/lib/journal/listed-page'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { EarlierRows } from '@/components/device/earlier-rows'
import { justFinishedHere } from './just-finished'
import { LateAfterDone } from './late-after-done'
import { OwnPageView } from './own-page'
import { PageRows } from './page-rows'
import { FailureNotice } from '@/components/device/failure-notice'
import type { TwoPeople } from '@/components/people/two-people'
import { UnfinishedRows } from './unfinished-rows'
import { journalListOf, useJournalList } from './use-journal-list'
import { useWide } from './use-wide'

const LateSharedPageView = latePart(async () => (await import('./shared-page')).SharedPageView, { lines: 8 })

const LateExamplePages = latePart(async () => (await import('@/components/people/example-pages')).ExamplePages, {
  lines: 0,
})

/** At the list's end, and only for somebody who had a partner before. */
const LateFormerReplies = latePart(async () => (await import('./former-replies')).FormerReplies, { lines: 0 })

type SelectedPage = Readonly<{ audience: 'me' | 'both'; id: string }>
type JournalFilter = 'all' | 'mine' | 'ours'

/** The page that the address names; undefined on the journal's own address. */
function selectedPageIn(path: string): SelectedPage | undefined {
  const [, shared, id] = /^\/journal\/(shared\/)?([^/]+)$/.exec(path) ?? []
  return id === undefined ? undefined : { audience: shared ? 'both' : 'me', id }
}

/**
 * The journal: on a phone the list or a page, on a wide screen both. There a chosen row shows its page beside the list
 * at once: it is open on this device already, so only the address changes and the newest version is fetched. What is
 * printed is one of the two: the chosen page, whole, or the list. A page that was just finished is alone, with its ways on.
 */
export function JournalScreen({ people }: { people: TwoPeople }) {
  const t = useTranslations(journalMessages)
  const wide = useWide()
  const selected = selectedPageIn(usePathname())
  const [show, setShow] = useState<JournalFilter>('all')
  const journal = useJournal()
  const finished =
    journal.is === 'open' && selected?.audience === 'me' ? justFinishedHere(journal.vault, selected.id) : null
  if (journal.is === 'open' && finished)
    return (
      <div className="max-w-160">
        <LateAfterDone vault={journal.vault} people={people} finished={finished} edited={false} atOwnAddress />
      </div>
    )
  // The chosen page has the h1. This column is shown only where there is room for both.
  const { partner } = people
  const title =
    show === 'all' && partner
      ? t('title.all', { name: partner.name })
      : t(show !== 'ours' ? 'title.mine' : partner ? 'title.ours' : 'title.oursBefore')
  const heading = selected ? (
    <div className="rail:pt-2">
      <p className="type-overline mb-1">{t('overline')}</p>
      <h2 className="type-title">{title}</h2>
    </div>
  ) : (
    <PageHeading size="title" overline={t('overline')}>
      {title}
    </PageHeading>
  )
  return (
    <SealedPage>
      {/* on a phone a page keeps the height that it has while it opens, so that the footer stays where it is */}
      <div
        className={classes(
          'print:block! has-[[data-skeleton]]:min-h-dvh panes:grid panes:grid-cols-[minmax(0,23.5rem)_minmax(0,1fr)] panes:gap-x-9 panes:has-[>:empty]:block',
          selected && 'not-panes:not-print:min-h-dvh',
        )}
      >
        <div className={classes('min-w-0', selected && 'hidden print:hidden! panes:block')}>
          {heading}
          {people.partner ? <ShowSwitch show={show} onShow={setShow} /> : null}
          {selected && !wide ? null : (
            <WhenOpen lines={9} className="mt-9">
              {(vault) => <List vault={vault} people={people} show={show} onShow={setShow} selected={selected} />}
            </WhenOpen>
          )}
        </div>
        {selected || wide ? (
          <div
            className={classes(
              'min-w-0 print:border-0! panes:border-line panes:not-empty:border-s',
              !selected && 'print:hidden',
            )}
          >
            <WhenOpen lines={8} className="panes:py-1 panes:ps-13">
              {(vault) => <Pane vault={vault} people={people} show={show} selected={selected} />}
            </WhenOpen>
          </div>
        ) : null}
      </div>
    </SealedPage>
  )
}

type ShowSwitchProps = Readonly<{ show: JournalFilter; onShow: (show: JournalFilter) => void }>

/** What is listed. Only where there is, or was, somebody to share with. */
function ShowSwitch({ show, onShow }: ShowSwitchProps) {
  const t = useTranslations(journalMessages)
  return (
    <Segmented
      label={t('show')}
      name="show"
      value={show}
      onChange={onShow}
      className="mt-4 max-w-94"
      options={(['all', 'mine', 'ours'] as const).map((value) => ({ value, label: t(value) }))}
    />
  )
}

/**
 * The rows of a filter, by their days. A private page and its shared copies are one row; among what is shared, the
 * copies are rows.
 */
function filterPages({ pages, copies }: JournalView, show: JournalFilter, { me }: TwoPeople): readonly ListedPage[] {
  if (show === 'ours')
    return sortByDay(
      pages.filter(({ audience }) => audience === 'both'),
      me.zone,
    )
  const merged = new Set([...copies.values()].flat().map(({ id }) => id))
  return sortByDay(
    pages.filter((page) => !merged.has(page.id) && (show === 'all' || page.audience === 'me' || page.mine)),
    me.zone,
  )
}

const NO_COPIES: JournalView['copies'] = new Map()

type PartProps = Readonly<{ vault: Vault; people: TwoPeople; show: JournalFilter; selected: SelectedPage | undefined }>

function List({ vault, people, show, onShow, selected }: PartProps & Pick<ShowSwitchProps, 'onShow'>) {
  const t = useTranslations(journalMessages)
  const view = useJournalList(vault)
  const pages = filterPages(view, show, people)
  const wide = useWide()
  const list = useRef<HTMLDivElement>(null)
  const isSelected = ({ id }: Readonly<{ id: string }>) => id === selected?.id
  const isShown =
    view.state !== 'opening' && pages.some((page) => isSelected(page) || view.copies.get(page.id)?.some(isSelected))
  // a page that was opened by its address may be far down the list
  useEffect(() => {
    if (!wide || !isShown) return
    const row = list.current?.querySelector('[aria-current=page]')
    if (!row) return
    const { top, bottom } = row.getBoundingClientRect()
    // `nearest` alone would scroll a row in view too, for the room that scrolling leaves at the window's edges
    if (top < 0 || bottom > innerHeight) row.scrollIntoView({ block: 'nearest' })
  }, [wide, isShown, selected?.id])
  if (view.state === 'opening') return <Skeleton lines={9} className="mt-9" />
  const current = selected?.id ?? (wide ? pages[0]?.id : undefined)
  return (
    <div ref={list}>
      {people.partner === null && view.former.length > 0 ? <ShowSwitch show={show} onShow={onShow} /> : null}
      <EarlierRows error={view.failure} onAccepted={() => void journalListOf(vault).refresh()} />
      <FailureNotice error={view.failure} onAgain={() => void journalListOf(vault).refresh()} className="mt-6" />
      {view.keptTwice ? <p className="mt-6 text-small text-ink-2">{t('keptTwice')}</p> : null}
      <UnfinishedRows drafts={view.drafts} people={people} vault={vault} />
      {pages.length === 0 && view.state === 'open' ? (
        <EmptyJournal view={view} show={show} alone={people.partner === null} />
      ) : null}
      <PageRows
        pages={pages}
        people={people}
        copies={show === 'ours' ? NO_COPIES : view.copies}
        unsure={view.unsure}
        current={current}
        beside={wide}
      />
      {view.more ? (
        <Button
          variant="outline"
          wide
          className="mt-6"
          busy={view.reading}
          busyLabel={t('loading')}
          onClick={() => void journalListOf(vault).more()}
        >
          {t('more')}
        </Button>
      ) : null}
      {view.former.length > 0 && show !== 'mine' ? (
        <LateFormerReplies vault={vault} couples={view.former} locale={people.locale} />
      ) : null}
    </div>
  )
}

function EmptyJournal({ view, show, alone }: { view: JournalView; show: JournalFilter; alone: boolean }) {
  const t = useTranslations(journalMessages)
  if (view.more) return null
  const who = !alone ? 'paired' : view.former.length > 0 ? 'parted' : 'alone'
  if (show === 'ours') return <EmptyState>{t(`emptyOurs.${who}`)}</EmptyState>
  if (view.pages.length > 0 || view.drafts.length > 0) return <EmptyState>{t('emptyMine')}</EmptyState>
  return (
    <EmptyState
      detail={
        <span className="flex items-baseline gap-2">
          <Icon icon="lock" size={15} className="relative top-0.5 flex-none" />
          {t(`emptyDetail.${who}`)}
        </span>
      }
      action={
        <LinkButton href="/write" icon={<Icon icon="pen-line" />}>
          {t('emptyDo')}
        </LinkButton>
      }
    >
      {t('empty')}
    </EmptyState>
  )
}

function Pane({ vault, people, show, selected }: PartProps) {
  const view = useJournalList(vault, false)
  const first = filterPages(view, show, people)[0]
  const open = selected ?? (first && { audience: first.audience, id: first.id })
  if (!open) {
    if (view.state !== 'open' || view.pages.length > 0 || view.drafts.length > 0 || view.more) return null
    return (
      <div aria-hidden="true" className="hidden panes:block panes:ps-13">
        <LateExamplePages locale={people.locale} />
      </div>
    )
  }
  const View = open.audience === 'me' ? OwnPageView : LateSharedPageView
  // It stays in view beside a long list, below the line with *Hide*. The key makes each page start at its top. Its edge leaves room for the ring of a focused control.
  return (
    <div
      key={open.id}
      className="print:max-h-none! print:overflow-visible! print:p-0! panes:sticky panes:top-18 panes:-me-2 panes:max-h-[calc(100dvh-4.5rem)] panes:overflow-y-auto panes:scroll-py-6 panes:py-1.5 panes:ps-13 panes:pe-2"
    >
      <View vault={vault} people={people} id={open.id} heading={selected ? 'h1' : 'h2'} />
    </div>
  )
}
