'use client'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useTranslations } from '@/lib/messages/use-translations'
import { FED, filterId } from './fed-ids'
import { useFedRows } from './what-fed-rows'

/** Leads from a type's label to what fed it: narrows the list to the type. Without script it leads to the whole list. */
export function FedLink({ type, children }: Readonly<{ type: IntimacyType; children: ReactNode }>) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const name = useTranslations(intimacyMessages)
  const { choose, takesFocusRef } = useFedRows()
  const narrow = () => {
    choose(type)
    // once the page has scrolled there, the keyboard is there too
    requestAnimationFrame(() => {
      const radio = document.getElementById(filterId(type))
      if (radio) radio.focus({ preventScroll: true })
      else takesFocusRef.current = type
    })
  }
  return (
    <a href={`#${FED}`} onClick={narrow} className="relative flex min-h-11 items-center gap-2 hover:text-ink">
      {children}
      <span className="sr-only">{t('which', { type: name(type) })}</span>
      <Icon icon="chevron-down" size={16} className="flex-none text-ink-3 @md:absolute @md:end-0 @md:top-1" />
    </a>
  )
}
