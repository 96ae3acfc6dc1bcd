'use client'
import { TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { useInsecure } from '@/components/device/insecure-stop'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { SignInForm } from './sign-in-form'

type SignInProps = Readonly<{
  /** The session of this browser ended elsewhere. */
  hasEnded: boolean
}>

/** The sign-in form, with links for people who can't use it. */
export function SignIn({ hasEnded }: SignInProps) {
  const t = useTranslations(accountsMessages, 'signIn')
  const open = useTranslations(deviceMessages, 'open')
  const leaveFor = useLeaveFor()
  const insecure = useInsecure()
  return (
    <>
      {insecure ? null : <PageHeading className="mb-8">{t('title')}</PageHeading>}
      {hasEnded && !insecure ? (
        <p role="status" className="-mt-3 mb-8 text-ink-2">
          {open('signedOut')}
        </p>
      ) : null}
      <SignInForm onDone={() => leaveFor('/today')} />
      {insecure ? null : (
        <p className="mt-6 flex flex-wrap gap-x-8">
          <TextLink alone href="/recover">
            {t('lost')}
          </TextLink>
          <TextLink alone href="/start">
            {t('start')}
          </TextLink>
        </p>
      )}
    </>
  )
}
