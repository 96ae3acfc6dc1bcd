'use client'
import { useEffect } from 'react'
import { Icon } from '@/components/ui/icon'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'
import { leave, NEUTRAL_SITE, watchHide } from './leaving'

/**
 * *Hide*, at the same place of the window on every page. It is a plain link, so that it works before the page's scripts have loaded;
 * with them it covers the page first, and the page is not in the history.
 */
export function Hide() {
  const t = useTranslations(shellMessages)
  useEffect(() => watchHide(), [])
  return (
    <a
      href={NEUTRAL_SITE}
      rel="noreferrer"
      title={t('hideHint')}
      onClick={(event) => {
        event.preventDefault()
        leave()
      }}
      className="no-print reach hide-link"
    >
      <Icon icon="door-open" size={17} />
      {t('hide')}
    </a>
  )
}
