import { Recover } from '@/components/accounts/recover'
import { OpenFrame } from '@/components/shell/open-frame'
import { translate } from '@/lib/messages/translate'

export default function RecoverPage() {
  return (
    <OpenFrame
      back={{ href: '/sign-in', label: translate('accounts')('signIn.submit') }}
      className="mx-auto w-full max-w-[600px] rail:pt-10"
    >
      <Recover />
    </OpenFrame>
  )
}
