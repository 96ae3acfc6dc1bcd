'use client'
import { useCallback, useState } from 'react'
import { FormerRows } from '@/components/couples/former-rows'
import { Disclosure } from '@/components/ui/disclosure'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import { browserDevice } from '@/lib/device/browser-device'
import type { FetchCoupleRows } from '@/lib/couples/former-rows'
import { fetchCoupleReplies, type OpenedReply } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatFullDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { Written } from './written'

type FormerRepliesProps = Readonly<{ vault: Vault; couples: readonly string[]; locale: string }>

/** The viewer's replies to former partners, to read. The pages that they answered are no longer served. */
export function FormerReplies(props: FormerRepliesProps) {
  const t = useTranslations(journalMessages, 'formerReplies')
  const [opened, setOpened] = useState(false)
  return (
    <Disclosure summary={t('title')} className="mt-8" onOpen={() => setOpened(true)}>
      {opened ? (
        <div className="pt-2">
          <Replies {...props} />
        </div>
      ) : null}
    </Disclosure>
  )
}

function Replies({ vault, couples, locale }: FormerRepliesProps) {
  const t = useTranslations(journalMessages)
  const fetchRows: FetchCoupleRows<OpenedReply> = useCallback(
    (query) => fetchCoupleReplies(browserDevice(), vault, query),
    [vault],
  )
  const labels = {
    empty: t('formerReplies.none'),
    older: t('formerReplies.older'),
    reading: t('loading'),
  }
  return (
    <FormerRows couples={couples} fetchRows={fetchRows} labels={labels}>
      {(reply) => <FormerReply key={reply.id} reply={reply} locale={locale} />}
    </FormerRows>
  )
}

function FormerReply({ reply: { opened, day }, locale }: { reply: OpenedReply; locale: string }) {
  const unread = useUnreadableText()
  return (
    <li className="py-3.5">
      {opened.is === 'text' ? (
        <Written small>{opened.text}</Written>
      ) : opened.is === 'failed' ? (
        <p className="text-ink-3">{unread(opened.code)}</p>
      ) : null}
      <p className="mt-1 text-small text-ink-3">{formatFullDay(day, locale)}</p>
    </li>
  )
}
