import { PreloadRows } from '@/components/device/preload-rows'
import { AppFrame } from '@/components/shell/app-frame'
import { PageHeading, Section } from '@/components/ui/page-heading'
import type { People } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { FormerMonthFacts } from '@/lib/months/facts'
import type { KeptOnPage } from '@/lib/months/fit-kept'
import { monthName } from '@/lib/months/in-words'
import { formatMonth } from '@/lib/time/format'
import { addMonths, firstDayOf } from '@/lib/time/month'
import { FormerTexts } from './former-texts'
import { OwnWeeks } from './month-closeness'
import { formerTakerLabels, MonthKeptList } from './month-facts'

type FormerMonthProps = KeptOnPage &
  Readonly<{ facts: FormerMonthFacts; coupleId: string; people: People; onlyMe: boolean }>

/** A month with a former partner, read-only: what was joint, and the viewer's own part of the rest. */
export function FormerMonthScreen({
  facts: { month, mine },
  kept,
  keptMore,
  coupleId,
  people: { me, locale },
  onlyMe,
}: FormerMonthProps) {
  const t = translate(locale, monthsMessages)
  return (
    <AppFrame locale={locale} back={{ href: '/months', label: t('back') }}>
      <PreloadRows open={onlyMe} paths={[`/api/months/${month}?coupleId=${coupleId}`]} />
      <div className="measure">
        <PageHeading overline={t('former.overline')} lead={t('former.lead')}>
          {formatMonth(firstDayOf(month), locale)}
        </PageHeading>
        <FormerTexts
          monthKey={{ coupleId, month }}
          me={me.id}
          names={{ month: monthName(month, locale), next: monthName(addMonths(month, 1), locale) }}
        />
        {mine.length > 0 ? (
          <Section id="mine" title={t('mine.title')}>
            <OwnWeeks weeks={mine} locale={locale} />
          </Section>
        ) : null}
        <MonthKeptList
          kept={kept}
          keptMore={keptMore}
          month={month}
          takers={formerTakerLabels(me.id, locale)}
          locale={locale}
          former={coupleId}
        />
      </div>
    </AppFrame>
  )
}
