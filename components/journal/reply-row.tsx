'use client'
import { useState } from 'react'
import { MarkedName } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { todayOf } from '@/lib/journal/device'
import { editReply, type OpenedReply, type OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatShortDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { FailureNotice } from '@/components/device/failure-notice'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { authorOf, type TwoPeople } from '@/components/people/two-people'
import { useAction } from '@/components/ui/use-action'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import { Written } from './written'

type ReplyRowProps = Readonly<{
  vault: Vault
  people: TwoPeople
  page: OpenedSharedPage
  reply: OpenedReply
  onChanged: (next: OpenedReply) => void
}>

/** A reply. Both people see it; its author can change and remove it. */
export function ReplyRow({ vault, people, page, reply, onChanged }: ReplyRowProps) {
  const t = useTranslations(journalMessages)
  const unread = useUnreadableText()
  const [editing, setEditing] = useState<string | null>(null)
  const device = browserDevice()
  const mine = reply.authorId === people.me.id
  const isActive = page.coupleId === people.coupleId
  const author = authorOf(people, { ...reply, coupleId: page.coupleId })
  const text = reply.opened.is === 'text' ? reply.opened.text : null

  const { run, busy, failure } = useAction(
    (work: () => Promise<void>) => work(),
    (error) => ({ error }),
  )
  const change = async (from: OpenedReply, next: string | null): Promise<OpenedReply> => {
    const saved = await editReply(device, vault, page.coupleId, from, next)
    onChanged(saved)
    return saved
  }
  const remove = () =>
    run(async () => {
      const gone = await change(reply, null)
      if (text === null) return
      const undo = () =>
        run(async () => {
          await change(gone, text)
          showToast({ text: t('shared.replyBack') })
        })
      showToast({ text: t('shared.replyRemoved'), action: { label: t('undo'), run: undo } })
    })
  const save = () => {
    if (editing === null || editing.trim() === '') return
    run(async () => {
      await change(reply, editing)
      setEditing(null)
    })
  }

  const cancel = () => {
    setEditing(null)
    if (editing === null || editing === text) return
    showToast({ text: t('shared.dropped'), action: { label: t('undo'), run: () => setEditing(editing) } })
  }

  return (
    <li className="py-3.5">
      <p className="flex items-center justify-between gap-3 text-small">
        {author ? (
          <MarkedName slot={author.slot} className="font-bold">
            {mine ? t('shared.you') : author.name}
          </MarkedName>
        ) : (
          <b>{t('fromThen')}</b>
        )}
        <span className="text-ink-3">
          {reply.day === todayOf(device)
            ? t('shared.today')
            : formatShortDay(reply.day, people.locale, todayOf(device))}
        </span>
      </p>
      {editing === null ? (
        <div className="mt-1.5">
          {text !== null ? (
            <Written small>{text}</Written>
          ) : reply.opened.is === 'failed' ? (
            <p className="text-ink-3">{unread(reply.opened.code)}</p>
          ) : null}
        </div>
      ) : (
        <TextArea
          className="mt-2"
          label={t('shared.label')}
          hideLabel
          value={editing}
          onChange={(event) => setEditing(event.target.value)}
        />
      )}
      <FailureNotice error={failure?.error} className="mt-2" />
      {mine && isActive ? (
        <div className="mt-1 flex gap-4">
          {editing === null ? (
            <>
              {text !== null ? (
                <Button variant="link" onClick={() => setEditing(text)}>
                  {t('shared.editReply')}
                </Button>
              ) : null}
              {text === null ? (
                <LateRemoveUnopened remove={() => change(reply, null)} />
              ) : (
                <Button variant="link" busy={busy} onClick={remove}>
                  {t('shared.removeReply')}
                </Button>
              )}
            </>
          ) : (
            <>
              <Button variant="link" busy={busy} busyLabel={t('shared.saving')} onClick={save}>
                {t('shared.save')}
              </Button>
              <Button variant="link" onClick={cancel}>
                {t('shared.cancel')}
              </Button>
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}
