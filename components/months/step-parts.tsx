import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import { closenessSentence } from '@/lib/months/in-words'
import type { FlowPlace } from '@/lib/months/places'
import { HelpAnswers } from './did-it-help'
import { MonthClose } from './month-close'
import { MonthClosenessView, NewestAnswers, OwnWeeks } from './month-closeness'
import { FedInWords, MonthFed, MonthKeptList } from './month-facts'
import { MonthNotes, NotesBeside } from './month-notes'
import type { ShownMonth } from './shown-month'
import { MonthNotOpen, MonthTexts } from './opened-month'
import { RememberedInMonth } from './remembered-in-month'

type StepParts = Readonly<{
  lead?: ReactNode
  main: ReactNode
  /** Beside it on wide screens, below it on a phone. */
  aside?: ReactNode
  /** Below the buttons on wide screens, as it loads late and must not move them. */
  below?: ReactNode
  /** It can't be read before the journal opens, so the phrase is asked for here. */
  needsJournal: boolean
}>

/** What each step of a month shows. */
export function stepParts(place: FlowPlace, shown: ShownMonth): StepParts {
  const { facts, locale, both, people, names, two, me, monthKey, closeness, mine, takers, closed } = shown
  const t = translate(locale, monthsMessages)
  switch (place) {
    case 'helped':
      return {
        lead: t('help.about', { month: names.before }),
        main: (
          <MonthTexts>
            <HelpAnswers both={both} me={me} />
          </MonthTexts>
        ),
        aside: (
          <TalkAbout title={t('talk.title')} wideOnly>
            {t('talk.helped')}
          </TalkAbout>
        ),
        needsJournal: true,
      }
    case 'felt':
      return {
        lead: closenessSentence(closeness, locale),
        main: (
          <>
            {closeness.answeredWeeks > 0 ? (
              <MonthClosenessView closeness={closeness} people={people} locale={locale} titled />
            ) : null}
            {mine.length > 0 ? (
              <Disclosure summary={t('mine.title')} open={closeness.answeredWeeks === 0}>
                <OwnWeeks weeks={mine} locale={locale} />
                <p className="mt-2 text-smallest text-ink-3">{t('mine.about')}</p>
              </Disclosure>
            ) : null}
          </>
        ),
        aside: (
          <div className="grid grid-cols-1 gap-y-7">
            {closeness.answeredWeeks > 0 ? (
              <div className="hidden wide:block">
                <NewestAnswers closeness={closeness} people={people} locale={locale} />
              </div>
            ) : null}
            <TalkAbout title={t('talk.title')} wideOnly={closeness.runs.length > 0}>
              {t(closeness.answeredWeeks > 1 ? 'talk.felt' : 'talk.nothing', { month: names.month })}
            </TalkAbout>
          </div>
        ),
        needsJournal: false,
      }
    case 'fed':
      return {
        main: <MonthFed types={facts.fed} month={facts.month} both={both} current={shown.current} locale={locale} />,
        aside: (
          <div className="grid grid-cols-1 gap-y-7">
            <div className="hidden wide:block">
              <FedInWords types={facts.fed} locale={locale} />
            </div>
            <TalkAbout title={t('talk.title')}>{t('talk.fed')}</TalkAbout>
          </div>
        ),
        needsJournal: false,
      }
    case 'kept':
      return {
        main: (
          <>
            <div className="*:mt-0!">
              <MonthKeptList
                kept={facts.kept}
                keptMore={facts.keptMore}
                month={facts.month}
                takers={takers}
                locale={locale}
                folds
              />
            </div>
            <RememberedInMonth shown={shown} className="mt-6!" />
            <div className="mt-6 empty:hidden">
              <MonthNotOpen />
            </div>
          </>
        ),
        aside: <TalkAbout title={t('talk.title')}>{t('talk.kept')}</TalkAbout>,
        needsJournal: false,
      }
    case 'notes':
      return {
        main: (
          <MonthTexts>
            <MonthNotes monthKey={monthKey} both={both} people={two} />
          </MonthTexts>
        ),
        aside: (
          <TalkAbout title={t('talk.alone')} wideOnly>
            {t('talk.notes')}
          </TalkAbout>
        ),
        needsJournal: true,
      }
    case 'take':
      return {
        main: (
          <MonthTexts>
            <MonthClose monthKey={monthKey} people={two} names={names} closed={closed} />
          </MonthTexts>
        ),
        aside: closed ? null : (
          <TalkAbout title={t('close.begin', { month: names.month })} wideOnly>
            {t('close.rule')}
          </TalkAbout>
        ),
        below: (
          <div className="mt-7 hidden wide:block">
            <MonthTexts>
              <NotesBeside both={both} />
            </MonthTexts>
          </div>
        ),
        needsJournal: true,
      }
  }
}

type TalkAboutProps = Readonly<{ title: string; wideOnly?: boolean; children: ReactNode }>

/** A question to talk about: there is no answer to give. `wideOnly` where a phone has no room for it. */
const TalkAbout = ({ title, wideOnly = false, children }: TalkAboutProps) => (
  <div
    className={classes(
      'wide:rounded-panel wide:border wide:border-line wide:bg-surface wide:p-6',
      wideOnly && 'hidden wide:block',
    )}
  >
    <p className="text-small font-medium text-ink-3">{title}</p>
    <p className="mt-1 type-lede even-lines">{children}</p>
  </div>
)
