import { SignIn } from '@/components/accounts/sign-in'
import { OpenFrame } from '@/components/shell/open-frame'

type SignInPageProps = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

export default async function SignInPage({ searchParams }: SignInPageProps) {
  return (
    <OpenFrame narrow className="rail:pt-16">
      <SignIn hasEnded={'ended' in (await searchParams)} />
    </OpenFrame>
  )
}
