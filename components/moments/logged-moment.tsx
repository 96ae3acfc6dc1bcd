'use client'
import { useEffect, useRef } from 'react'
import { SmallFlower } from '@/components/intimacy/small-flower'
import { Button } from '@/components/ui/button'
import { useAction } from '@/components/ui/use-action'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { uiMessages } from '@/lib/messages/rooms/ui'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MomentDetails } from '@/lib/moments/device'
import { fedBy } from './fed-by'

/** A moment that was just logged here, and what takes it back. */
export type LoggedMoment = Pick<MomentDetails, 'types' | 'who' | 'words'> & Readonly<{ undo: () => Promise<void> }>

type LoggedProps = Readonly<{
  moment: LoggedMoment
  slot: 1 | 2
  /** Shows its words, beside a flower whose petal it fed, where the page shows neither. */
  isShown: boolean
}>

/** Says that a moment is saved, with its Undo. It takes the focus, which the form it replaces had. */
export function Logged({ moment: { types, who, words, undo }, slot, isShown }: LoggedProps) {
  const t = useTranslations(momentsMessages)
  const inWords = useTranslations(uiMessages)
  const { run, busy } = useAction(undo, () => null)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => line.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={line} role="status" tabIndex={-1} className="mt-3 flex items-center gap-3.5 outline-none">
      {isShown ? <SmallFlower fed={{ types, people: fedBy(who, slot) }} className="size-14 flex-none" /> : null}
      <div className="min-w-0">
        {isShown && words ? (
          <p dir="auto" className="type-letter-small line-clamp-3 wrap-anywhere">
            {words}
          </p>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 text-small text-ink-3">
          <p>{t('added')}</p>
          <Button variant="link" busy={busy} onClick={run}>
            {inWords('undo')}
          </Button>
        </div>
      </div>
    </div>
  )
}
