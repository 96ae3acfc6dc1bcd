import { WithoutTwo } from '@/components/couples/without-two'
import { AppFrame } from '@/components/shell/app-frame'
import { Icon } from '@/components/ui/icon'
import { PageHeading } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import type { Week } from '@/lib/time/week'
import { OwnLately } from './own-lately'

type AloneLatelyProps = Readonly<{
  weeks: readonly Week[]
  /** The viewer had a partner before. */
  hasParted: boolean
  people: People
}>

/** Lately of a person without a partner: what their own pages were about. */
export function AloneLately({ weeks, hasParted, people: { locale } }: AloneLatelyProps) {
  const t = translate(locale, dashboardMessages)
  return (
    <AppFrame locale={locale}>
      <PageHeading overline={t('lately.overlineEmpty')}>{t('own.title')}</PageHeading>
      <p className="mt-3 flex items-start gap-2 text-small text-ink-3">
        <Icon icon="lock" size={16} className="mt-[0.125rem]" />
        {t('own.onlyYou')}
      </p>
      <WithoutTwo place="lately" hasParted={hasParted} locale={locale} />
      {/* as tall as a screen, so that the footer does not move in sight */}
      <div className="mt-6 min-h-[65dvh]">
        <OwnLately weeks={weeks} locale={locale} />
      </div>
    </AppFrame>
  )
}
