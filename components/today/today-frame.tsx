import type { ReactNode } from 'react'
import { VoiceRow } from '@/components/journal/voice-row'
import { PeopleClocks } from '@/components/people/people-clocks'
import { AppFrame } from '@/components/shell/app-frame'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import { dayIn } from '@/lib/time/day'
import { formatDayInYear } from '@/lib/time/format'
import { greetingAt } from '@/lib/time/greeting'
import { ZoneQuestion } from './zone-question'

type TodayFrameProps = Readonly<{
  people: People
  quietWrite?: boolean
  /** The nonce of the page's scripts. */
  nonce: string
  /** Second on a phone, beside the rest on a wide window. */
  aside: ReactNode
  children: ReactNode
}>

/** The frame of Today, for one person and for two: the greeting with the clocks, then two columns. */
export function TodayFrame({ people, quietWrite, nonce, aside, children }: TodayFrameProps) {
  const { me, locale, now } = people
  return (
    <AppFrame locale={locale} quietWrite={quietWrite}>
      <PageHeading overline={formatDayInYear(dayIn(now, me.zone), locale)}>
        {translate(locale, todayMessages)(greetingAt(now, me.zone), { name: me.name })}
      </PageHeading>
      {/* beside the rail its foot has them */}
      <div className="mt-3 rail:hidden">
        <PeopleClocks people={people} look="line" />
      </div>
      <ZoneQuestion uid={me.id} zone={me.zone} serverNow={now.getTime()} locale={locale} nonce={nonce} />
      <div className="mt-6 grid grid-cols-1 gap-x-14 wide:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="min-w-0">{children}</div>
        <div className="flex min-w-0 flex-col wide:-mt-8">{aside}</div>
      </div>
    </AppFrame>
  )
}

/** What can be written: a page, or an answer to the inner voice. */
export function WriteRows({ locale, note }: { locale: string; note: 'rememberPaired' | 'rememberAlone' }) {
  const t = translate(locale, todayMessages)
  return (
    <div className="divide-y divide-line border-y border-line">
      <Link href="/write" className="block py-4">
        <span className="type-lede block">{t('remember')}</span>
        <span className="mt-1.5 flex items-center gap-2 text-small text-ink-3">
          <Icon icon="lock" size={16} />
          {t(note)}
        </span>
      </Link>
      <VoiceRow />
    </div>
  )
}
