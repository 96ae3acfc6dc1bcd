// The script of the page that stands where a page can't be reached (unreached-page.ts). scripts/worker.mjs puts it in.
import { lockWhenLeft } from '@/components/device/lock-when-left'
import { addLeaveTask, leave, watchHide } from '@/components/shell/leaving'
import { themeOf } from '@/components/shell/theme'
import { reopenOnAnswer } from './reopen'

// the server draws the theme into its pages; this page has none
document.documentElement.dataset['theme'] = themeOf(/(?:^|;\s*)theme=(\w+)/.exec(document.cookie)?.[1])

document.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element ? event.target.closest('a, button') : null
  if (!pressed) return
  event.preventDefault()
  if (pressed.localName === 'a') leave()
  else location.reload()
})
watchHide()
lockWhenLeft()

addLeaveTask(
  reopenOnAnswer({
    answers: () =>
      fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(10_000) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    reopen: () => location.reload(),
  }),
)
