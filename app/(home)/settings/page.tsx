import { homePage } from '@/app/(home)/home-page'
import { SettingsScreen } from '@/components/accounts/settings-screen'
import { readMe, readSessions } from '@/lib/accounts/reads'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { translate } from '@/lib/messages/translate'
import { dayIn } from '@/lib/time/day'
import { formatShortDay } from '@/lib/time/format'
import type { Scope } from '@/lib/db/with-viewer'

const read = async (scope: Scope) => ({ me: await readMe(scope), ...(await readSessions(scope)) })

/** The viewer's settings: name and zone, this device, the spare page, sessions, and leaving. */
export default function SettingsPage() {
  return homePage(read, ({ me, sessions }, { me: { zone }, partner, locale, now }) => {
    const t = translate(locale, accountsMessages)
    const today = dayIn(now, zone)
    const shown = sessions.map(({ id, label, current, signedInOn, lastUsedOn }) => {
      const first = formatShortDay(signedInOn, locale, today)
      const detail =
        lastUsedOn === today
          ? t('settings.sessionToday', { first })
          : t('settings.sessionUsed', { first, last: formatShortDay(lastUsedOn, locale, today) })
      return { id, label, current, detail }
    })
    const { id, name, email, onlyMe, sparePageSavedOn, sealedBytes } = me
    return (
      <SettingsScreen
        me={{ id, name, email, onlyMe, sparePageSavedOn, megabytes: Math.ceil(sealedBytes / 1024 / 1024), zone }}
        partnerName={partner?.name ?? null}
        sessions={shown}
        locale={locale}
      />
    )
  })
}
