import { homePage } from '@/app/(home)/home-page'
import { InvitePanel } from '@/components/couples/invite-panel'
import { PairedPanel } from '@/components/couples/paired-panel'
import { FlowFrame } from '@/components/shell/flow-frame'
import { readHopes } from '@/lib/couples/reads'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'

export default function Page() {
  return homePage(
    (db) => readHopes(db),
    (hopes, { me, partner, locale }) => (
      <FlowFrame
        locale={locale}
        width="sides"
        back={{ href: '/settings', label: translate(locale, couplesMessages)('settings') }}
      >
        {partner ? (
          <PairedPanel name={partner.name} marked={hopes.mine !== null} />
        ) : (
          <InvitePanel locale={locale} zone={me.zone} />
        )}
      </FlowFrame>
    ),
  )
}
