'use client'
import { useEffect } from 'react'
import { EarlierRows } from '@/components/device/earlier-rows'
import { useOnReturn } from '@/components/ui/use-on-return'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { fetchReplies, type OpenedReply, type OpenedSharedPage } from '@/lib/journal/sharing'
import { setMark } from '@/lib/local-marks'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { UnsentReply } from './unsent-reply'
import { readMark } from './read-mark'
import { ReplyForm } from './reply-form'
import { ReplyRow } from './reply-row'
import { FailureNotice } from '@/components/device/failure-notice'
import type { TwoPeople } from '@/components/people/two-people'

type RepliesProps = Readonly<{
  vault: Vault
  people: TwoPeople
  page: OpenedSharedPage
  /** Whether the page is still shared, so that it can be answered. */
  isShared: boolean
  /** Called where the page was taken back meanwhile. */
  onGone: () => void
}>

/** The replies, oldest first, and a form to add one. */
export function Replies({ vault, people, page, isShared, onGone }: RepliesProps) {
  const t = useTranslations(journalMessages, 'shared')
  const {
    value: replies,
    error,
    again,
    put,
  } = useLoaded(`${page.id} ${isShared}`, () => fetchReplies(browserDevice(), vault, page))
  useOnReturn(again)
  const me = people.me.id
  useEffect(() => {
    for (const { id, authorId: author } of replies ?? []) if (author !== me) setMark(readMark(id, me), true)
  }, [replies, me])
  const shown = (replies ?? []).filter(({ opened }) => opened.is !== 'removed')
  const changed = (next: OpenedReply) =>
    put((replies ?? []).map((reply) => (reply.id === next.id && reply.authorId === next.authorId ? next : reply)))
  const answerable = isShared && people.partner !== null && page.coupleId === people.coupleId
  if (!replies && !error) return <Skeleton lines={3} />
  return (
    <section aria-label={t('replies')}>
      <EarlierRows error={error} onAccepted={again} />
      {replies ? null : <FailureNotice error={error} onAgain={again} />}
      {shown.length > 0 ? (
        <ul className="divide-y divide-line border-t border-line">
          {shown.map((reply) => (
            <ReplyRow key={reply.id} vault={vault} people={people} page={page} reply={reply} onChanged={changed} />
          ))}
        </ul>
      ) : null}
      {answerable && people.partner ? (
        <ReplyForm
          vault={vault}
          partner={people.partner}
          page={page}
          mine={page.authorId === people.me.id}
          onSent={(reply) => put([...(replies ?? []).filter(({ id }) => id !== reply.id), reply])}
          onGone={onGone}
        />
      ) : (
        <UnsentReply vault={vault} pageId={page.id} />
      )}
    </section>
  )
}
