// The page that a device shows where a page can't be reached. It holds nothing of a person, and looks like every other.
import { NEUTRAL_SITE } from '@/components/shell/leaving'
import { escapeHtml } from '@/lib/escape-html'
import { DEFAULT_LOCALE, languageOf } from '@/lib/messages/locale'
import { offlineMessages } from '@/lib/messages/rooms/offline'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'

type Inline = Readonly<{ style: string; script: string }>

/** The page as HTML. It has its style and its script in it: without a network there is nothing else to get. */
export function unreachedPage({ style, script }: Inline): string {
  const t = translate(DEFAULT_LOCALE, offlineMessages)
  const shell = translate(DEFAULT_LOCALE, shellMessages)
  return `<!doctype html>
<html lang="${languageOf(DEFAULT_LOCALE)}" data-theme="auto">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(shell('brand'))}</title>
<style>${style}</style>
<script>${script}</script>
<header class="first-line"><span class="wordmark">${escapeHtml(shell('brand'))}</span>
<a class="hide-link" href="${NEUTRAL_SITE}" rel="noreferrer" title="${escapeHtml(shell('hideHint'))}"><span class="icon"></span>${escapeHtml(shell('hide'))}</a></header>
<main><h1>${escapeHtml(t('title'))}</h1>
<p>${escapeHtml(t('cause'))}</p>
<p>${escapeHtml(t('opens'))}</p>
<button type="button">${escapeHtml(t('again'))}</button></main>
</html>
`
}
