import { ZoneQuestion } from '@/components/accounts/zone-question'
import { OnlyYouRead } from '@/components/journal/only-you-read'
import { VoiceRow } from '@/components/journal/voice-row'
import { PeopleClocks } from '@/components/people/people-clocks'
import { twoPeople } from '@/components/people/two-people'
import { AppFrame } from '@/components/shell/app-frame'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { TextLink } from '@/components/ui/links'
import { PageHeading, Section } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import { dayIn } from '@/lib/time/day'
import { formatDayInYear } from '@/lib/time/format'
import { greetingAt } from '@/lib/time/greeting'
import { Memory } from './memory'
import { OwnNewest } from './own-newest'
import { QuietLines } from './quiet-lines'

type AloneTodayProps = Readonly<{
  people: People
  spareSaved: boolean
  /** The viewer had a partner before. */
  parted: boolean
}>

/**
 * Today of a person without a partner: what can be written, their own pages, what was left for later, a memory. The
 * invitation is here and on no other page.
 */
export function AloneToday({ people, spareSaved, parted }: AloneTodayProps) {
  const { me, locale, now } = people
  const t = translate(locale, todayMessages)
  const own = translate(locale, ownPagesMessages)
  return (
    <AppFrame locale={locale}>
      <PageHeading overline={formatDayInYear(dayIn(now, me.zone), locale)}>
        {t(greetingAt(now, me.zone), { name: me.name })}
      </PageHeading>
      <div className="mt-3">
        <PeopleClocks people={people} look="line" />
      </div>
      <ZoneQuestion uid={me.id} zone={me.zone} className="no-print mt-5" />
      <div className="mt-6 grid grid-cols-1 gap-x-14 wide:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <div className="divide-y divide-line border-y border-line">
            <Link href="/write" className="block py-4">
              <span className="type-lede block">{t('remember')}</span>
              <span className="mt-1.5 flex items-center gap-2 text-small text-ink-3">
                <Icon icon="lock" size={16} />
                {t('rememberAlone')}
              </span>
            </Link>
            <VoiceRow />
          </div>
          <Section
            id="own-pages"
            title={own('title')}
            aside={
              <TextLink alone href="/journal">
                {own('all')}
              </TextLink>
            }
          >
            <OnlyYouRead locale={locale} className="-mt-2 mb-2" />
            <OwnNewest locale={locale} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col wide:-mt-8">
          <QuietLines
            uid={me.id}
            locale={locale}
            spareSaved={spareSaved}
            partnerName={null}
            parted={parted}
            toAnswer={[]}
            hopesMarked
            weeks={null}
            month={null}
          />
          {/* It is known only once the journal is open, so nothing is below it. */}
          <Memory people={twoPeople(people)} startedOn={null} />
        </div>
      </div>
    </AppFrame>
  )
}
