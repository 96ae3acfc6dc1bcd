import { Recover } from '@/components/accounts/recover'
import { OpenFrame } from '@/components/shell/open-frame'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { translate } from '@/lib/messages/translate'

export default function RecoverPage() {
  return (
    <OpenFrame
      back={{ href: '/sign-in', label: translate(DEFAULT_LOCALE, accountsMessages)('signIn.submit') }}
      narrow
      className="rail:pt-10"
    >
      <Recover />
    </OpenFrame>
  )
}
