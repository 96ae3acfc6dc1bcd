'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { sendSparePageSaved, sparePageCode } from '@/lib/accounts/spare-page'
import { browserDevice } from '@/lib/device/browser-device'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { SparePageSheet } from './spare-page-sheet'

type UnsavedSparePageProps = Readonly<{
  name: string
  /** Today, formatted. */
  today: string
  vault: Vault
  onSaved: () => void
  /** The person wants another page than this one. */
  onReplace: () => void
}>

/** The sheet, and what to do with it: printing comes first, and that it was saved is asked once more. */
export function UnsavedSparePage({ name, today, vault, onSaved, onReplace }: UnsavedSparePageProps) {
  const t = useTranslations(accountsMessages, 'spare')
  // null before it asked: after a no the focus is on the button that asked
  const [asks, setAsks] = useState<boolean | null>(null)
  const [isNewer, setNewer] = useState(false)
  const inWords = useFailure()
  const { run, busy, failure } = useAction(async () => {
    const saved = await sendSparePageSaved(browserDevice(), vault)
    if (sparePageCode(saved) === null) return onSaved()
    setNewer(true)
    setAsks(null)
  }, inWords)
  return (
    <>
      <SparePageSheet name={name} day={today} code={sparePageCode(vault) ?? ''} />
      <ErrorSummary className="mt-6" title={failure ?? (isNewer ? t('newer') : null)} />
      {asks ? (
        <SavedQuestion busy={busy} onYes={run} onNo={() => setAsks(false)} />
      ) : (
        <div className="no-print mt-6 flex flex-wrap gap-2.5">
          <Button variant="primary" icon={<Icon icon="printer" />} onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button autoFocus={asks === false} onClick={() => setAsks(true)}>
            {t('saved')}
          </Button>
          <Button variant="quiet" onClick={onReplace}>
            {t('replace')}
          </Button>
        </div>
      )}
    </>
  )
}

type SavedQuestionProps = Readonly<{ busy: boolean; onYes: () => void; onNo: () => void }>

/** Asks once more, because the code is not shown again after a yes. */
function SavedQuestion({ busy, onYes, onNo }: SavedQuestionProps) {
  const t = useTranslations(accountsMessages, 'spare')
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <div className="no-print mt-6">
      <h2 ref={question} tabIndex={-1} className="type-heading">
        {t('sureTitle')}
      </h2>
      <p className="mt-1.5 text-ink-2">{t('sure')}</p>
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button busy={busy} busyLabel={t('saving')} onClick={onYes}>
          {t('sureYes')}
        </Button>
        <Button variant="quiet" onClick={onNo}>
          {t('sureNo')}
        </Button>
      </div>
    </div>
  )
}
