'use client'
import { AppFrame } from '@/components/shell/app-frame'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { closenessSentence } from '@/lib/months/in-words'
import { placeIn } from '@/lib/months/places'
import { formatMonth } from '@/lib/time/format'
import { DidItHelp } from './did-it-help'
import { MonthClose } from './month-close'
import { MonthClosenessView, OwnWeeks } from './month-closeness'
import { MonthFed, MonthKeptList } from './month-facts'
import { MonthNotes } from './month-notes'
import type { ShownMonth } from './shown-month'
import { MonthNotOpen, MonthTexts } from './opened-month'
import { RememberedInMonth } from './remembered-in-month'
import { PlaceLink } from './place-link'

/** The whole of a month on one page: what it is once both closed it, and what is printed. */
export function MonthWhole({ shown }: { shown: ShownMonth }) {
  const { facts, closeness, mine, both, people, takers, two, me, monthKey, names, closed, asks, current, locale } =
    shown
  const { month, fed, kept, keptMore } = facts
  const t = translate(locale, monthsMessages)
  return (
    <AppFrame locale={locale} back={{ href: '/months', label: t('back') }} quietWrite>
      <PageHeading overline={formatMonth(shown.first, locale)} lead={closenessSentence(closeness, locale)}>
        {t(current && !closed ? 'soFar' : 'past', { month: names.month })}
      </PageHeading>
      <div className="no-print mt-1 flex flex-wrap gap-x-6">
        <PlaceLink place={placeIn(null, { closed: false, asks })} variant="link">
          {t('flow.begin')}
        </PlaceLink>
        <Button variant="link" icon={<Icon icon="printer" />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {/* One column in this order on a phone; on wide screens, what was done is beside the rest. */}
      <div className="mt-5 grid grid-cols-1 gap-x-14 gap-y-9 wide:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] wide:grid-rows-[auto_auto_1fr]">
        {asks ? (
          <MonthTexts>
            <DidItHelp before={names.before} both={both} me={me} />
          </MonthTexts>
        ) : null}
        {closeness.answeredWeeks > 0 || mine.length > 0 ? (
          <div className="min-w-0">
            {closeness.answeredWeeks > 0 ? (
              <MonthClosenessView closeness={closeness} people={people} locale={locale} />
            ) : null}
            {mine.length > 0 ? (
              <Section id="mine" title={t('mine.title')}>
                <OwnWeeks weeks={mine} locale={locale} />
                <p className="mt-2 text-smallest text-ink-3">{t('mine.about')}</p>
              </Section>
            ) : null}
          </div>
        ) : null}
        <div className="min-w-0 wide:col-start-2 wide:row-span-3 wide:row-start-1">
          <Section id="fed" title={t('fed.title')} className="mt-0!">
            <MonthFed types={fed} month={month} both={both} current={current} locale={locale} />
          </Section>
          <MonthKeptList kept={kept} keptMore={keptMore} month={month} takers={takers} locale={locale} />
        </div>
        <div className="min-w-0 wide:col-start-1">
          <MonthNotOpen />
          <MonthTexts>
            <Section id="notes" title={t('notes.title')} className="mt-0!">
              <MonthNotes monthKey={monthKey} both={both} people={two} />
            </Section>
            <Section id="close" title={t('close.title', { month: names.month })} className="mt-10!">
              <MonthClose monthKey={monthKey} people={two} names={names} closed={closed} />
            </Section>
          </MonthTexts>
        </div>
      </div>
      {/* the longest lists come last, and use the width */}
      <div className="mt-9 grid grid-cols-1 gap-x-14 gap-y-9 wide:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <RememberedInMonth shown={shown} className="mt-0! min-w-0" />
      </div>
    </AppFrame>
  )
}
