'use client'
import { BothMarks } from '@/components/people/partner-mark'
import { WhatHostReads } from '@/components/shell/what-host-reads'
import { Icon } from '@/components/ui/icon'
import { PageHeading } from '@/components/ui/page-heading'
import { Rows, Statement } from '@/components/ui/rows'
import type { Invited } from '@/lib/couples/invitation'
import { plainTag } from '@/lib/messages/locale'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'
import { dayIn } from '@/lib/time/day'
import { formatDayInYear, formatTime } from '@/lib/time/format'
import { deviceZone } from '@/lib/time/zone'

/** Shows who invites, until when, what joining means and how to leave. Rendered in a browser only. */
export function InvitedBy({ invited: { inviterName: name, expiresAt } }: { invited: Invited }) {
  const t = useTranslations(couplesMessages, 'join')
  const terms = useTranslations(couplesMessages, 'leaving')
  const [zone, locale] = [deviceZone(), plainTag(navigator.language)]
  const until = {
    name,
    day: formatDayInYear(dayIn(expiresAt, zone), locale),
    time: formatTime(expiresAt, locale, zone),
  }
  return (
    <>
      <PageHeading overline={t('overline')}>{t('title', { name })}</PageHeading>
      <Rows className="mt-7">
        <Statement icon={<Icon icon="lock" />}>{t('yours', { name })}</Statement>
        <Statement icon={<BothMarks />}>{t('shared')}</Statement>
        <Statement icon={<Icon icon="server" />}>
          <WhatHostReads />
        </Statement>
        <Statement icon={<Icon icon="log-out" />}>{terms('terms')}</Statement>
      </Rows>
      <p className="mt-4 text-small text-ink-3">{t('until', until)}</p>
    </>
  )
}
