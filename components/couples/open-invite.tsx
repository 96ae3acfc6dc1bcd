'use client'
import { useState } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { makeInviteLink, type Invitation } from '@/lib/couples/invitation'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'
import { dayIn } from '@/lib/time/day'
import { formatDayInYear, formatTime } from '@/lib/time/format'
import type { Zone } from '@/lib/time/zone'
import { ShareInvite } from './share-invite'
import { InviteCode } from './invite-code'
import { TwelveWords } from './twelve-words'

type OpenInviteProps = Readonly<{ invitation: Invitation; words: string; locale: string; zone: Zone }>

/** Shows an invitation as a QR code, a link and twelve words, all with the same secret. Rendered in a browser only. */
export function OpenInvite({ invitation: { secret, expiresAt }, words, locale, zone }: OpenInviteProps) {
  const t = useTranslations(couplesMessages, 'pair')
  const [showsWords, setShowsWords] = useState(false)
  const { origin, host, hostname } = location
  const link = makeInviteLink(origin, secret)
  const until = { day: formatDayInYear(dayIn(expiresAt, zone), locale), time: formatTime(expiresAt, locale, zone) }
  return (
    <div className="mt-5 rail:grid rail:grid-cols-[auto_minmax(0,1fr)] rail:items-start rail:gap-x-8">
      <InviteCode link={link} label={t('code')} />
      <div>
        <p className="mt-3 text-small text-ink-3 rail:mt-0">{t('until', until)}</p>
        {hostname === 'localhost' || hostname === '127.0.0.1' ? (
          <p className="mt-1 text-small text-ink-3">{t('onlyHere', { host })}</p>
        ) : null}
        <ShareInvite link={link} words={words} />
        <Disclosure summary={t('aloud')} onOpen={() => setShowsWords(true)} className="mt-2">
          {showsWords ? <TwelveWords secret={secret} /> : null}
          <p className="mb-2 text-small text-ink-3">{t('aloudHint', { host })}</p>
        </Disclosure>
      </div>
    </div>
  )
}
