'use client'
import { useState } from 'react'
import { TypePicker } from '@/components/intimacy/type-picker'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { TextLink } from '@/components/ui/links'
import { TextArea } from '@/components/ui/text-area'
import type { Beginning } from '@/lib/journal/beginning'
import { isBlank } from '@/lib/journal/page'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { LateAfterDone } from './late-after-done'
import { PageDay } from './page-day'
import { PrivateSaving } from './private-saving'
import type { TwoPeople } from '@/components/people/two-people'
import { useFinishing } from './use-finishing'
import { usePageDraft } from './use-page-draft'
import { VoiceRow } from './voice-row'

const ignore = () => undefined

type WritingSurfaceProps = Readonly<{ vault: Vault; people: TwoPeople; beginning: Beginning }>

/** A page for writing freely, with nothing else to look at. */
export function WritingSurface({ vault, people, beginning }: WritingSurfaceProps) {
  const t = useTranslations(journalMessages)
  const draft = usePageDraft(vault, beginning)
  const { finish, finishing, finished, failure } = useFinishing(vault, beginning.id, draft)
  const [hasTried, setHasTried] = useState(false)
  const { body, saving } = draft
  const change = finishing ? ignore : draft.change // the page is what it was when Done was tapped
  if (finished) return <LateAfterDone vault={vault} people={people} finished={finished} edited={body.base > 0} />
  if (body.writing.kind !== 'reflection') return null
  const editing = body.base > 0
  const wrong = hasTried && isBlank(body.writing) ? t('write.empty') : failure
  return (
    // as tall as the window, so that the types are at its lower edge, and the page's footer below it
    <form
      className="flex min-h-[calc(100dvh-76px-max(88px,var(--bar))-var(--offline,0px))] flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        setHasTried(true)
        if (isBlank(body.writing)) event.currentTarget.querySelector('textarea')?.focus()
        else finish()
      }}
    >
      <PageDay
        day={body.day}
        locale={people.locale}
        note={beginning.resumed ? t('write.restored') : undefined}
        onChange={(day) => change({ day, dayChosen: true })}
      />
      <h1 tabIndex={-1} className="sr-only">
        {editing ? t('editing.title') : t('write.title')}
      </h1>
      <TextArea
        variant="letter"
        className="mt-4 flex flex-1 flex-col [&_textarea]:flex-1"
        label={t('write.page')}
        hideLabel
        placeholder={t('write.placeholder')}
        rows={6}
        value={body.writing.text}
        autoFocus
        onChange={(event) => change({ writing: { kind: 'reflection', text: event.target.value } })}
      />
      <div className="mt-8 divide-y divide-line border-t border-line">
        {editing ? null : <VoiceRow />}
        <TypePicker className="py-2" look="bar" hideLegend value={body.types} onChange={(types) => change({ types })} />
      </div>
      <BottomBar className="pb-safe-3">
        <div className="mx-auto max-w-[34rem]">
          {wrong ? (
            <p role="alert" className="pt-3 text-small text-danger-text">
              {wrong}
            </p>
          ) : null}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2.5">
            {/* two lines from the start, so that nothing moves when the text is saved */}
            <div className="flex min-w-0 flex-[1_1_9rem] flex-col text-small text-ink-3 wide:flex-row wide:items-center wide:gap-x-5">
              <PrivateSaving draft={draft} />
            </div>
            <div className={classes('flex items-center gap-x-4', editing && 'flex-[1_1_15rem] justify-between')}>
              {editing ? (
                <TextLink alone href={`/journal/${beginning.id}`}>
                  {t(saving.is === 'failed' ? 'write.leave' : 'write.cancel')}
                </TextLink>
              ) : null}
              <Button
                type="submit"
                variant="primary"
                className="min-w-26"
                busy={finishing}
                busyLabel={t('write.finishing')}
              >
                {t('write.done')}
              </Button>
            </div>
          </div>
        </div>
      </BottomBar>
    </form>
  )
}
