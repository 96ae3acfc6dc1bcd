'use client'
import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { useMark } from '@/components/ui/use-mark'
import { setMark } from '@/lib/local-marks'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import type { Week } from '@/lib/time/week'
import { OwnLately } from './own-lately'

type OnlyForYouProps = Readonly<{ uid: string; weeks: readonly Week[]; locale: string }>

/**
 * The private layer of Lately for a person with a partner: off until it is opened by hand. That it is open is a mark of
 * this browser, which is never sent. It belongs at the page's end, where its opening moves nothing.
 */
export function OnlyForYou({ uid, weeks, locale }: OnlyForYouProps) {
  const t = translate(locale, dashboardMessages)
  const mark = `own-layer:${uid}`
  // where the browser stores nothing, it is open until the page is left
  const [isOpened, setOpened] = useState(false)
  const isOn = useMark(mark) || isOpened
  return (
    // not a Disclosure: those inside it would turn with it
    <details
      {...(isOn ? { open: true } : {})}
      onToggle={({ currentTarget }) => {
        setOpened(currentTarget.open)
        setMark(mark, currentTarget.open)
      }}
      className="group/own no-print mt-10 border-t border-line pt-2"
    >
      <summary className="reach gap-2 text-small font-strong text-ink-2 hover:text-ink">
        <Icon icon="lock" size={16} />
        {t('own.switch')}
        <Icon icon="chevron-down" size={16} className="transition-transform duration-160 group-open/own:rotate-180" />
      </summary>
      <p className="mt-1 mb-5 text-small text-ink-3">{t('own.onlyYou')}</p>
      {isOn ? <OwnLately weeks={weeks} locale={locale} /> : null}
    </details>
  )
}
