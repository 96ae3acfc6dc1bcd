// The page over http that shows how a device comes to trust a home. It has its style in it, no script, and holds nothing of a person.
// scripts/trust-page.mjs makes it once, with a hole for each thing that only the running process knows.
import { CERTIFICATE_PATH, devices, holeOf, shutSteps, type TrustDevice } from '@/lib/at-home/trust-template'
import { escapeHtml } from '@/lib/escape-html'
import { DEFAULT_LOCALE, languageOf } from '@/lib/messages/locale'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { trustMessages } from '@/lib/messages/rooms/trust'
import { translate } from '@/lib/messages/translate'

const t = translate(DEFAULT_LOCALE, trustMessages)

const stepKeys: Readonly<Record<TrustDevice, readonly string[]>> = {
  iphone: [t('iphone.steps.a'), t('iphone.steps.b'), t('iphone.steps.c')],
  android: [t('android.steps.a'), t('android.steps.b'), t('android.steps.c'), t('android.steps.d')],
  mac: [t('mac.steps.a'), t('mac.steps.b'), t('mac.steps.c')],
  windows: [t('windows.steps.a'), t('windows.steps.b'), t('windows.steps.c')],
  firefox: [t('firefox.steps.a'), t('firefox.steps.b')],
}

const stepsOf = (device: TrustDevice): string => `${shutSteps(device)}
<summary>${escapeHtml(t(`${device}.name`))}</summary>
<ol>${stepKeys[device].map((words) => `<li>${escapeHtml(words)}</li>`).join('')}</ol>
${device === 'android' ? `<p class="quiet">${escapeHtml(t('android.note'))}</p>` : ''}<p class="quiet">${escapeHtml(t(`${device}.remove`))}</p>
</details>`

type TrustPage = Readonly<{
  style: string
  /** How the home is found: by a `.local` name, or at another host. */
  by: 'name' | 'address'
}>

/** The page as HTML, with its holes. */
export function trustPage({ style, by }: TrustPage): string {
  const brand = escapeHtml(translate(DEFAULT_LOCALE, shellMessages)('brand'))
  const home = (words: string, look = '') => `<a ${look}href="${holeOf('origin')}/">${words}</a>`
  return `<!doctype html>
<html lang="${languageOf(DEFAULT_LOCALE)}" data-theme="auto">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${brand}</title>
<style>${style}</style>
<header class="first-line"><span class="wordmark">${brand}</span></header>
<main>
<h1>${escapeHtml(t('title'))}</h1>
<p class="lead">${escapeHtml(t('lead'))}</p>
<p class="quiet done">${t.markup('done', { link: (words) => home(words) })}</p>
<h2>${escapeHtml(t('steps'))}</h2>
<ol class="steps">
<li><a class="button" href="${CERTIFICATE_PATH}">${escapeHtml(t('get'))}</a>
<p class="quiet">${escapeHtml(t('getHint'))}</p></li>
<li><h3>${escapeHtml(t('trust'))}</h3>
${devices.map(stepsOf).join('\n')}</li>
<li>${home(escapeHtml(t('open')), 'class="button" ')}
<p class="quiet">${escapeHtml(t('openHint', { address: holeOf('origin') }))}</p>
<p class="quiet">${escapeHtml(t('warned'))}</p></li>
</ol>
<section><h2>${escapeHtml(t('compare.title'))}</h2>
<p>${escapeHtml(t('compare.why'))}</p>
<dl><dt>${escapeHtml(t('compare.long'))}</dt><dd><code>${holeOf('sha256')}</code></dd>
<dt>${escapeHtml(t('compare.short'))}</dt><dd><code>${holeOf('sha1')}</code></dd></dl></section>
<section><h2>${escapeHtml(t('meaning.title'))}</h2>
<p>${escapeHtml(t('meaning.limit', { host: holeOf('host') }))}</p>
<p>${escapeHtml(t('meaning.risk'))}</p>
<p>${escapeHtml(t('meaning.asked'))}</p>
<p>${escapeHtml(t('meaning.ends', { day: holeOf('day') }))}</p></section>
<section><h2>${escapeHtml(t('lost.title'))}</h2>
<p>${escapeHtml(t(`lost.${by}`))}</p>
<p><code>${holeOf('command')}</code></p>
<p>${escapeHtml(t('lost.new'))}</p></section>
<section><h2>${escapeHtml(t('moved.title'))}</h2>
<p>${escapeHtml(t('moved.moves'))}</p>
<p>${escapeHtml(t('moved.stays'))}</p>
<p>${escapeHtml(t('moved.anew'))}</p></section>
<section><h2>${escapeHtml(t('other.title'))}</h2>
<p>${escapeHtml(t('other.scan', { address: holeOf('near') }))}</p>
<div class="qr" role="img" aria-label="${escapeHtml(t('other.label'))}">${holeOf('qr')}</div></section>
</main>
</html>
`
}
