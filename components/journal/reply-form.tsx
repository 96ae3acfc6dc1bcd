'use client'
import { useEffect, useRef, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-look'
import { SubmitButton } from '@/components/ui/submit-button'
import { SavingLine } from '@/components/device/saving-line'
import { TextArea } from '@/components/ui/text-area'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import { codeOf, type ErrorCode } from '@/lib/device/failures'
import type { Partner } from '@/lib/couples/people'
import {
  sendLatestReply,
  sealReply,
  type OpenedReply,
  type OpenedSharedPage,
  type SealedReply,
} from '@/lib/journal/sharing'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { replyFailureOf, unstoredReplyFailureOf } from './failure'
import { useReplyDraft } from './use-reply-draft'
import { NativeButton } from '@/components/ui/native-button'

type ReplyFormProps = Readonly<{
  vault: Vault
  partner: Partner
  page: OpenedSharedPage
  /** The viewer wrote the page: then they add to it instead of answering. */
  mine: boolean
  /** The viewer replied already. */
  hasReplied: boolean
  onSent: (reply: OpenedReply) => void
  onGone: () => void
}>

/** Refusals of a page that can't be answered any more: it was taken back, or the two have parted. */
const GONE: readonly ErrorCode[] = ['page-taken-back', 'ended', 'not-found']
const STARTS = ['hear', 'sense', 'care'] as const
const READY = ['with', 'thanks', 'call'] as const

/**
 * A field for a reply, with three ways to begin it, and a few ready replies. Its text is stored on the device until it
 * is sent.
 */
export function ReplyForm({ vault, partner, page, mine, hasReplied, onSent, onGone }: ReplyFormProps) {
  const t = useTranslations(journalMessages, 'shared')
  const draft = useReplyDraft(vault, page.id)
  const sealed = useRef<{ text: string; reply: SealedReply } | null>(null)
  const field = useRef<HTMLDivElement>(null)
  // how often words were put into the field by a tap
  const [taps, setTaps] = useState(0)
  useEffect(() => {
    if (taps === 0) return
    const area = field.current?.querySelector('textarea')
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [taps])

  const describeFailure = useFailure(replyFailureOf)
  const describeUnstored = useFailure(unstoredReplyFailureOf)
  const { run, busy, failure } = useAction(
    async (text: string) => {
      const device = browserDevice()
      try {
        // every retry sends the same bytes, so that a lost answer makes no second reply
        if (sealed.current?.text !== text)
          sealed.current = {
            text,
            reply: await sealReply(device, vault, page, { id: await draft.nextId(), text: text.trim() }),
          }
        const reply = await sendLatestReply(device, vault, page.coupleId, sealed.current.reply, text.trim())
        sealed.current = null
        await draft.done()
        onSent(reply)
      } catch (error) {
        await draft.keep()
        throw error
      }
    },
    (error) => {
      // The field has the only copy then, so it stays on the screen, also where the page is gone.
      if (!draft.isStored()) return describeUnstored(error, partner.name)
      const code = codeOf(error)
      if (code !== null && GONE.includes(code)) onGone()
      return describeFailure(error, partner.name)
    },
  )
  const begin = (words: string) => {
    setTaps(taps + 1)
    draft.change(draft.text.trim() === '' ? words : `${draft.text.trimEnd()} ${words}`)
  }

  /** A ready reply takes the place of another one, never of what was typed: there it is added. */
  const putReady = (words: string) => {
    const isReady = READY.some((key) => t(`readyWords.${key}`) === draft.text.trim())
    setTaps(taps + 1)
    draft.change(isReady || draft.text.trim() === '' ? words : `${draft.text.trimEnd()} ${words}`)
  }

  return (
    <form
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.text.trim() !== '') run(draft.text)
      }}
    >
      <h2 className="type-heading">{mine || hasReplied ? t('replyOwn') : t('reply')}</h2>
      {mine ? null : (
        <div role="group" aria-label={t('starts')} className="mt-1.5 flex flex-wrap gap-x-6">
          {STARTS.map((start) => (
            <NativeButton
              key={start}
              className="reach font-serif text-field underline decoration-line-strong decoration-1 underline-offset-6 hover:decoration-ink"
              onClick={() => begin(t(`startWords.${start}`))}
            >
              {t(`start.${start}`)}
            </NativeButton>
          ))}
        </div>
      )}
      <div ref={field}>
        <TextArea
          className="mt-2.5"
          label={t('label')}
          hideLabel
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          maxLength={100_000}
        />
      </div>
      {mine ? null : (
        <>
          <p className="mt-4 mb-2 text-smallest text-ink-3">{t('ready')}</p>
          <div className="flex flex-wrap gap-2">
            {READY.map((words) => (
              <NativeButton
                key={words}
                className={`${buttonClasses({ variant: 'outline', size: 'small' })} font-medium text-ink-2`}
                onClick={() => putReady(t(`readyWords.${words}`))}
              >
                {t(`readyWords.${words}`)}
              </NativeButton>
            ))}
          </div>
        </>
      )}
      {failure ? (
        <p role="alert" className="mt-3 text-small text-ink-2">
          {failure}
        </p>
      ) : null}
      <SavingLine draft={draft} className="mt-3" />
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton className="min-w-32" variant={mine ? 'outline' : 'primary'} busy={busy} busyLabel={t('sending')}>
          {t(mine ? 'add' : 'send')}
        </SubmitButton>
        {mine ? null : (
          <span className="min-w-0 text-smallest wrap-anywhere text-ink-3">{t('notTold', { name: partner.name })}</span>
        )}
      </div>
    </form>
  )
}
