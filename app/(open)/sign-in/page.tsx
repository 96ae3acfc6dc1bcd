import { SignIn } from '@/components/accounts/sign-in'
import { OpenFrame } from '@/components/shell/open-frame'

export default function SignInPage() {
  return (
    <OpenFrame className="mx-auto w-full max-w-150 rail:pt-16">
      <SignIn />
    </OpenFrame>
  )
}
