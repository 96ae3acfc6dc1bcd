'use client'
import { useTranslations } from 'use-intl/react'
import { browserDevice } from '@/lib/accounts/browser-device'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { repliesTo, type OpenedReply, type PageForBoth } from '@/lib/journal/sharing'
import type { Vault } from '@/lib/vault/vault'
import { EarlierRows } from '@/components/accounts/earlier-rows'
import { KeptReply } from './kept-reply'
import { ReplyForm } from './reply-form'
import { ReplyRow } from './reply-row'
import { Troubled } from './troubled'
import type { TwoPeople } from './two-people'

type RepliesProps = Readonly<{
  vault: Vault; people: TwoPeople; page: PageForBoth
  /** Whether the page is there to answer, in the couple of now. */
  stands: boolean
  /** The page was taken back meanwhile. */
  onGone: () => void
}>

/** What was said back, in the order in which it was said, and a place to say something. */
export function Replies({ vault, people, page, stands, onGone }: RepliesProps) {
  const t = useTranslations('journal.shared')
  const { value: replies, error, again, put } = useLoaded(`${page.id} ${stands}`, () => repliesTo(browserDevice(), vault, page))
  const now = (replies ?? []).filter(({ opened }) => opened.is !== 'removed')
  const changed = (next: OpenedReply) => put((replies ?? []).map((reply) => (reply.id === next.id ? next : reply)))
  const answerable = stands && people.partner !== null && page.couple === people.coupleId
  if (!replies && !error) return <Skeleton lines={3} />
  return (
    <section aria-label={t('replies')}>
      <EarlierRows error={error} onAccepted={again} />
      <Troubled error={error} onAgain={again} />
      {now.length > 0 ? (
        <ul className="divide-y divide-line border-t border-line">
          {now.map((reply) => <ReplyRow key={reply.id} vault={vault} people={people} page={page} reply={reply} onChanged={changed} />)}
        </ul>
      ) : null}
      {answerable && people.partner ? (
        <ReplyForm
          vault={vault}
          partner={people.partner}
          page={page}
          mine={page.author === people.me.id}
          onSaid={(reply) => put([...(replies ?? []), reply])}
          onGone={onGone}
        />
      ) : <KeptReply vault={vault} pageId={page.id} />}
    </section>
  )
}
