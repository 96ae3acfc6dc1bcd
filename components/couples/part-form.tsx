'use client'
import { useRouter } from 'next/navigation'
import type { SubmitEvent } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { LinkButton, TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { Rows, Statement } from '@/components/ui/rows'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import { failuresBy } from '@/lib/device/failures'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'
import { leaveCouple } from '@/lib/couples/device'

const failureOf = failuresBy(couplesMessages, {
  unreachable: 'notParted',
  'not-now': 'notParted',
  unexpected: 'notParted',
})

/**
 * Ends the couple: says what that does, and needs one confirmation. Asks for no reason, and works with a locked
 * journal.
 */
export function PartForm({ name }: { name: string }) {
  const t = useTranslations(couplesMessages, 'part')
  const router = useRouter()
  const inWords = useFailure(failureOf)
  const { run, busy, failure } = useAction(
    async () => {
      await leaveCouple(browserDevice())
      router.refresh() // also removes what this tab's other pages remember of the partner
    },
    (error) => inWords(error, name),
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form method="post" onSubmit={submit}>
      <PageHeading lead={t('lead', { name })}>{t('title', { name })}</PageHeading>
      <ErrorSummary className="mt-5" title={failure} />
      <Rows className="mt-5.5">
        <Statement icon={<Icon icon="lock" />}>{t('keep', { name })}</Statement>
        <Statement icon={<Icon icon="eye-off" />}>{t('closed')}</Statement>
        <Statement icon={<Icon icon="calendar-days" />}>{t('joint')}</Statement>
        <Statement icon={<Icon icon="users" />}>{t('seen', { name })}</Statement>
      </Rows>
      <p className="mt-5 text-small text-ink-2">{t('noticed')}</p>
      <p className="mt-1 flex items-center gap-2 text-ink-2">
        <Icon icon="life-buoy" size={16} />
        <TextLink alone href="/support" referrerPolicy="no-referrer">
          {t('afraid')}
        </TextLink>
      </p>
      <FlowFooter
        back={
          <LinkButton variant="quiet" href="/settings">
            {t('notNow')}
          </LinkButton>
        }
      >
        <SubmitButton busy={busy} busyLabel={t('parting')}>
          {t('submit')}
        </SubmitButton>
      </FlowFooter>
    </form>
  )
}
