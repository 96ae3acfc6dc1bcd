'use client'
import type { ReactNode } from 'react'
import { useSpareQuestion } from '@/components/accounts/use-spare-question'
import { MARK_HOPES } from '@/components/couples/mark-hopes'
import { useToday } from '@/components/people/use-today'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import type { AskedToday } from '@/lib/check-ins/asked-today'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import { formatList } from '@/lib/time/format'
import { MonthRow, monthName } from './month-row'
import { WeekRow } from './week-row'

type QuietLinesProps = Readonly<{
  locale: string
  /** The viewer's id. */
  uid: string
  spareSaved: boolean
  /** What the two are asked; null without a partner. */
  asked: AskedToday | null
  /** The viewer has no partner, but had one before. */
  parted: boolean
}>

/** `name`: what it is called where it is folded. */
type QuietLine = Readonly<{ name: string; row: ReactNode }>

/**
 * What the viewer left for later, in at most two lines: with more, the first, and one that names the others and opens
 * them. What the partner left does not appear.
 */
export function QuietLines({ locale, uid, spareSaved, asked, parted }: QuietLinesProps) {
  const t = translate(locale, todayMessages)
  const today = useToday()
  const asksSpare = useSpareQuestion(uid, 'today', !spareSaved)
  const lines: QuietLine[] = []
  // one that is answered is no chore: it is below the week
  if (asked?.week && asked.week.is !== 'kept')
    lines.push({ name: '', row: <WeekRow key="week" line={asked.week} today={today} locale={locale} /> })
  if (asked?.revealed)
    lines.push({
      name: t('short.revealed'),
      row: <WeekRow key="revealed" line={asked.revealed} today={today} locale={locale} />,
    })
  if (asked?.month)
    lines.push({
      name: t('short.month', { month: monthName(asked.month, locale) }),
      row: <MonthRow key="month" month={asked.month} locale={locale} />,
    })
  if (asked?.hopes)
    lines.push({
      name: t('short.hopes'),
      row: <Row key="hopes" href={MARK_HOPES} icon={<Icon icon="flower-2" />} title={t('hopes')} />,
    })
  if (asksSpare)
    lines.push({
      name: t('short.spare'),
      row: <Row key="spare" href="/settings/spare-page" icon={<Icon icon="key-round" />} title={t('spare')} />,
    })
  if (!asked)
    lines.push({
      name: '',
      row: parted ? (
        <Row
          key="parted"
          href="/rituals"
          icon={<Icon icon="book-open" />}
          title={t('parted')}
          detail={t('partedDetail')}
        />
      ) : (
        <Row key="pair" href="/pair" icon={<Icon icon="user-plus" />} title={t('invite')} detail={t('inviteDetail')} />
      ),
    })
  if (lines.length === 0) return null
  const folded = lines.length > 2 ? lines.slice(1) : []
  return (
    <Section id="lines" title={t('lines')}>
      <Rows>
        {lines.slice(0, folded.length > 0 ? 1 : 2).map(({ row }) => row)}
        {folded.length > 0 ? (
          <li>
            <details className="group/more">
              <summary className="row">
                <span className="row-sign">
                  <Icon icon="list-checks" />
                </span>
                <span className="row-text">
                  <span>
                    {t('later', {
                      what: formatList(
                        folded.map(({ name }) => name),
                        locale,
                      ),
                    })}
                  </span>
                </span>
                <Icon icon="chevron-down" className="text-ink-3 group-open/more:rotate-180" />
              </summary>
              <ul className="divide-y divide-line border-t border-line">{folded.map(({ row }) => row)}</ul>
            </details>
          </li>
        ) : null}
      </Rows>
    </Section>
  )
}
