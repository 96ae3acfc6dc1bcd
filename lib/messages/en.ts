import type {} from 'use-intl'
import accounts from './en/accounts'
import checkIns from './en/check-ins'
import couples from './en/couples'
import dashboard from './en/dashboard'
import intimacy from './en/intimacy'
import journal from './en/journal'
import moments from './en/moments'
import months from './en/months'
import plans from './en/plans'
import rituals from './en/rituals'
import shell from './en/shell'
import today from './en/today'
import ui from './en/ui'

// The catalogue: every string on a screen, one file a room, each a plain object of ICU messages (`{name}`, plurals). It is
// English alone for now; a second language is a second object of the same shape.
//
//   in a server component:  const t = translate('journal')            (lib/messages/translate)
//   in a client component:  const t = useTranslations('journal')      (use-intl/react)
//   then:                   t('empty'), t('from', { name }), t.rich('exactly', { link: (words) => <TextLink …>{words}</TextLink> })
//
// A key that does not exist is a type error. The long texts of the open pages are in `open.ts`, which no browser loads.
const en = {
  accounts,
  checkIns,
  couples,
  dashboard,
  intimacy,
  journal,
  moments,
  months,
  plans,
  rituals,
  shell,
  today,
  ui,
}

export default en

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en'
    Messages: typeof en
  }
}
