'use client'
import { useEffect } from 'react'
import { EarlierRows } from '@/components/device/earlier-rows'
import { latePart } from '@/components/device/late-part'
import { Button } from '@/components/ui/button'
import { useOnReturn } from '@/components/ui/use-on-return'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { fetchReplies, type OpenedSharedPage } from '@/lib/journal/sharing'
import { setMark } from '@/lib/local-marks'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { useListParts } from './use-list-parts'
import { UnsentReply } from './unsent-reply'
import { readMark } from './read-mark'
import { ReplyRow } from './reply-row'
import { FailureNotice } from '@/components/device/failure-notice'
import type { TwoPeople } from '@/components/people/two-people'

const LateReplyForm = latePart(async () => (await import('./reply-form')).ReplyForm, { lines: 6 })

type RepliesProps = Readonly<{
  vault: Vault
  people: TwoPeople
  page: OpenedSharedPage
  /** Whether the page is still shared, so that it can be answered. */
  isShared: boolean
  /** Called where the page was taken back meanwhile. */
  onGone: () => void
}>

/** The newest replies, oldest first, older ones on demand, and a form to add one. */
export function Replies({ vault, people, page, isShared, onGone }: RepliesProps) {
  const t = useTranslations(journalMessages, 'shared')
  const loading = useTranslations(journalMessages)('loading')
  const { rows, error, again, readOlder, olderError, isReading, put } = useListParts(
    `${page.id} ${isShared}`,
    (after) => fetchReplies(browserDevice(), vault, page, after),
  )
  useOnReturn(again)
  const me = people.me.id
  useEffect(() => {
    for (const { id, authorId: author } of rows ?? []) if (author !== me) setMark(readMark(id, me), true)
  }, [rows, me])
  const shown = (rows ?? []).filter(({ opened }) => opened.is !== 'removed').reverse()
  const answerable = isShared && people.partner !== null && page.coupleId === people.coupleId
  if (!rows && !error) return <Skeleton lines={3} />
  return (
    <section aria-label={t('replies')}>
      <EarlierRows error={error} onAccepted={again} />
      {rows ? null : <FailureNotice error={error} onAgain={again} />}
      <FailureNotice error={olderError} onAgain={readOlder ?? again} />
      {readOlder ? (
        <Button variant="link" busy={isReading} busyLabel={loading} onClick={readOlder}>
          {t('olderReplies')}
        </Button>
      ) : null}
      {shown.length > 0 ? (
        <ul className="divide-y divide-line border-t border-line">
          {shown.map((reply) => (
            <ReplyRow key={reply.id} vault={vault} people={people} page={page} reply={reply} onChanged={put} />
          ))}
        </ul>
      ) : null}
      {answerable && people.partner ? (
        <LateReplyForm
          vault={vault}
          partner={people.partner}
          page={page}
          mine={page.authorId === people.me.id}
          hasReplied={shown.some(({ authorId }) => authorId === me)}
          onSent={put}
          onGone={onGone}
        />
      ) : (
        <UnsentReply vault={vault} pageId={page.id} />
      )}
    </section>
  )
}
