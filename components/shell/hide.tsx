'use client'
import { useEffect } from 'react'
import { Icon } from '@/components/ui/icon'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'
import { cover, leave, NEUTRAL_SITE } from './leaving'
import { countShifts, SHIFTS } from './three-shifts'

/** Leaves after three presses of Shift with no other key between, all three within 1.5 seconds. */
function watchShift(): () => void {
  let presses: readonly number[] = []
  const onKey = (event: KeyboardEvent) => {
    if (event.repeat) return
    presses = countShifts(presses, event)
    if (presses.length === SHIFTS) leave()
  }
  document.addEventListener('keydown', onKey, true)
  return () => document.removeEventListener('keydown', onKey, true)
}

/** A page that the browser restores from its memory may be one that was hidden: it is covered, then reloaded. */
function watchRestored(): () => void {
  const onShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    cover()
    location.reload()
  }
  window.addEventListener('pageshow', onShow)
  return () => window.removeEventListener('pageshow', onShow)
}

/**
 * *Hide*, at the same place of the window on every page. It is a plain link, so that it works before the page's scripts have loaded;
 * with them it covers the page first, and the page is not in the history.
 */
export function Hide() {
  const t = useTranslations(shellMessages)
  useEffect(() => {
    const cleanups = [watchShift(), watchRestored()]
    return () => cleanups.forEach((cleanup) => cleanup())
  }, [])
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
