'use client'
import { useState } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
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
    <Disclosure
      summary={t('own.switch')}
      icon={<Icon icon="lock" size={16} />}
      open={isOn}
      onToggle={(isOpen) => {
        setOpened(isOpen)
        setMark(mark, isOpen)
      }}
      className="no-print mt-10 border-t border-line pt-2"
    >
      <p className="mt-1 mb-5 measure text-small text-ink-3">{t('own.onlyYou')}</p>
      {isOn ? <OwnLately weeks={weeks} locale={locale} /> : null}
    </Disclosure>
  )
}
