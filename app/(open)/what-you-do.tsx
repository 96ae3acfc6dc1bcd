import type { ReactNode } from 'react'
import { NowAndWish } from '@/components/check-ins/answer-circles'
import { hueOf } from '@/components/intimacy/hue'
import { TypeIcon } from '@/components/intimacy/type-mark'
import { ClosenessFigure } from '@/components/months/closeness-chart'
import { MarkedName } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import type { Closeness, Step } from '@/lib/check-ins/contract'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { welcomeMessages } from '@/lib/messages/rooms/welcome'
import { translate } from '@/lib/messages/translate'
import { monthCloseness } from '@/lib/months/closeness'
import { addDays, WEEKDAYS, type Day } from '@/lib/time/day'
import { formatWeekday } from '@/lib/time/format'

// Made-up answers and plans, drawn by what draws the real ones.

const FIRST_WEEK = '2026-11-02' as Day

const NO_TYPES = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }

const answer = (now: Step, wish: Step): Closeness => ({ now, wish, types: NO_TYPES })

const closeness = monthCloseness(
  (
    [
      [4, 5],
      [4, 4],
      [5, 4],
      [5, 6],
    ] as const
  ).map(([noor, elias], week) => ({
    first: addDays(FIRST_WEEK, 7 * week),
    is: 'both',
    both: [answer(noor, 6), answer(elias, 6)],
  })),
)

const planned: Readonly<Record<number, readonly IntimacyType[]>> = {
  1: ['emotional'],
  3: ['physical', 'spiritual'],
  4: ['experiential'],
  6: ['intellectual'],
}

/** What two people do with Fivefold, week by week and month by month, each with a picture of its page. */
export function WhatYouDo() {
  const t = translate(DEFAULT_LOCALE, welcomeMessages)
  const names = [t('noor'), t('elias')] as const
  return (
    <section aria-labelledby="do" className="mt-14 wide:mt-20">
      <h2 id="do" className="type-title">
        {t('do.title')}
      </h2>
      <p className="mt-1.5 text-ink-3">{t('do.examples')}</p>
      <div className="mt-7 grid grid-cols-1 gap-x-14 gap-y-11 wide:grid-cols-3">
        <Part title={t('do.week')} text={t('do.weekText')}>
          <WeekExample />
        </Part>
        <Part title={t('do.checkIn')} text={t('do.checkInText')}>
          <ul className="grid gap-5">
            {names.map((name, person) => (
              <li key={name} className="flex flex-wrap items-center gap-x-7 gap-y-2">
                <MarkedName slot={person === 0 ? 1 : 2} className="min-w-16 text-small text-ink-2">
                  {name}
                </MarkedName>
                <NowAndWish now={person === 0 ? 4 : 5} wish={6} who={name} size="normal" locale={DEFAULT_LOCALE} />
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('do.month')} text={t('do.monthText')}>
          <ClosenessFigure closeness={closeness} people={names} locale={DEFAULT_LOCALE} titled />
        </Part>
      </div>
    </section>
  )
}

const Part = ({ title, text, children }: Readonly<{ title: string; text: string; children: ReactNode }>) => (
  <div className="flex min-w-0 flex-col">
    <h3 className="type-heading">{title}</h3>
    <p className="mt-1.5 text-ink-2">{text}</p>
    <div className="mt-5">{children}</div>
  </div>
)

/** A week with its plans, and the one of today. */
function WeekExample() {
  const t = translate(DEFAULT_LOCALE, welcomeMessages)
  return (
    <figure aria-label={t('do.weekLabel')}>
      <ol aria-hidden="true" className="grid grid-cols-4 beside:grid-cols-7">
        {WEEKDAYS.map((weekday) => (
          <li
            key={weekday}
            className={classes(
              'grid justify-items-center gap-0.5 rounded-field py-2',
              weekday === 4 && 'border border-line bg-surface',
            )}
          >
            <span className="text-smallest text-ink-3">{formatWeekday(weekday, DEFAULT_LOCALE, 'short')}</span>
            <span className="font-bold">{15 + weekday}</span>
            <span className="flex h-5 items-center gap-0.5">
              {(planned[weekday] ?? []).map((type) => (
                <span key={type} className={classes(hueOf[type], 'text-hue-text')}>
                  <TypeIcon type={type} size={16} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <figcaption aria-hidden="true" className="mt-3">
        <p className="font-serif text-large leading-tight">{t('ritual')}</p>
        <p className="mt-1.5 flex flex-wrap gap-x-5.5 text-small text-ink-2">
          <MarkedName slot={1}>{t('ritualHers')}</MarkedName>
          <MarkedName slot={2}>{t('ritualHis')}</MarkedName>
        </p>
      </figcaption>
    </figure>
  )
}
