'use client'
import { useEffect, useRef } from 'react'
import { SmallFlower } from '@/components/intimacy/small-flower'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MomentDetails } from '@/lib/moments/device'
import { fedBy } from './fed-by'

/** A moment that was just logged here. */
export type LoggedMoment = Pick<MomentDetails, 'types' | 'who' | 'words'>

/** What was just logged, beside a flower whose petal it fed. It takes the focus, which the form it replaces had. */
export function Logged({ moment: { types, who, words }, slot }: { moment: LoggedMoment; slot: 1 | 2 }) {
  const t = useTranslations(momentsMessages)
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus({ preventScroll: true }), [])
  return (
    <p ref={line} tabIndex={-1} className="mt-3 flex items-center gap-3.5 outline-none">
      <SmallFlower fed={{ types, people: fedBy(who, slot) }} className="size-14 flex-none" />
      <span className="min-w-0">
        {words ? (
          <span dir="auto" className="type-letter-small line-clamp-3 wrap-anywhere">
            {words}
          </span>
        ) : null}
        <span className="block text-small text-ink-3">{t('logged')}</span>
      </span>
    </p>
  )
}
