'use client'
import { MarkedName } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { offerUndo, showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { todayOf } from '@/lib/journal/device'
import { editReply, type OpenedReply, type OpenedSharedPage } from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatShortDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { FailureNotice } from '@/components/device/failure-notice'
import { latePart } from '@/components/device/late-part'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { authorOf, type TwoPeople } from '@/components/people/two-people'
import { useAction } from '@/components/ui/use-action'
import { useUnreadableText } from '@/components/device/use-unreadable-text'
import { Written } from './written'

const LateReplyEditor = latePart(async () => (await import('./reply-editor')).ReplyEditor)

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
  const editor = useFormInPlace()
  const editing = editor.openAt !== null
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
      offerUndo({ text: t('shared.replyRemoved'), undo })
    })

  return (
    <li className="py-3.5">
      <p className="flex max-w-none items-center justify-between gap-3 text-small">
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
      <FormInPlace form={editor}>
        <LateReplyEditor
          vault={vault}
          page={page}
          reply={reply}
          text={text ?? ''}
          save={(next) => change(reply, next)}
          close={editor.close}
        />
      </FormInPlace>
      {editing ? null : (
        <>
          <div className="mt-1.5">
            {text !== null ? (
              <Written small>{text}</Written>
            ) : reply.opened.is === 'failed' ? (
              <p className="text-ink-3">{unread(reply.opened.code)}</p>
            ) : null}
          </div>
          <FailureNotice error={failure?.error} className="mt-2" />
        </>
      )}
      {mine && isActive && !editing ? (
        <div className="mt-1 flex gap-4">
          {text === null ? (
            <LateRemoveUnopened remove={() => change(reply, null)} />
          ) : (
            <>
              <Button variant="link" onClick={() => editor.open()}>
                {t('shared.editReply')}
              </Button>
              <Button variant="link" busy={busy} onClick={remove}>
                {t('shared.removeReply')}
              </Button>
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}
