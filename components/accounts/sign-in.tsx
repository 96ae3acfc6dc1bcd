'use client'
import { useRouter } from 'next/navigation'
import { TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { useInsecure } from '@/components/device/insecure-stop'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { SignInForm } from './sign-in-form'

/** The sign-in form, with links for people who can't use it. */
export function SignIn() {
  const t = useTranslations(accountsMessages, 'signIn')
  const router = useRouter()
  const insecure = useInsecure()
  return (
    <>
      {insecure ? null : <PageHeading className="mb-8">{t('title')}</PageHeading>}
      <SignInForm onDone={() => router.push('/today')} />
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
