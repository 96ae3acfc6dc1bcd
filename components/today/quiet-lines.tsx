'use client'
import type { ReactNode } from 'react'
import { useSpareQuestion } from '@/components/accounts/use-spare-question'
import { MARK_HOPES } from '@/components/couples/mark-hopes'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import { useUnopened } from './use-unopened'

export type RitualToAnswer = Readonly<{ id: string; version: number; title: string }>

type QuietLinesProps = Readonly<{
  locale: string
  /** The viewer's id. */
  uid: string
  spareSaved: boolean
  /** Null without a partner. */
  partnerName: string | null
  /** The viewer has no partner, but had one before. */
  parted: boolean
  /** Rituals whose newest terms come from the partner and await the viewer's yes. Those that were not opened yet lead Today. */
  toAnswer: readonly RitualToAnswer[]
  hopesMarked: boolean
  /** Rows of the weeks that can be answered; null without any. */
  weeks: ReactNode
  /** The row of a month to look back at, or null. */
  month: ReactNode
}>

/** A quiet line for each thing the viewer left for later. What the partner left does not appear. */
export function QuietLines({
  locale,
  uid,
  spareSaved,
  partnerName,
  parted,
  toAnswer,
  hopesMarked,
  weeks,
  month,
}: QuietLinesProps) {
  const t = translate(locale, todayMessages)
  const opened = useOpenedTerms(toAnswer, uid)
  const asksSpare = useSpareQuestion(uid, 'today', !spareSaved)
  if (!asksSpare && partnerName !== null && opened.length === 0 && hopesMarked && !weeks && !month) return null
  return (
    <Section id="lines" title={t('lines')}>
      <Rows>
        {weeks}
        {month}
        {partnerName !== null && !hopesMarked ? (
          <Row href={MARK_HOPES} icon={<Icon icon="flower-2" />} title={t('hopes')} />
        ) : null}
        {asksSpare ? <Row href="/settings/spare-page" icon={<Icon icon="key-round" />} title={t('spare')} /> : null}
        {partnerName !== null ? null : parted ? (
          <Row href="/rituals" icon={<Icon icon="book-open" />} title={t('parted')} detail={t('partedDetail')} />
        ) : (
          <Row href="/pair" icon={<Icon icon="user-plus" />} title={t('invite')} detail={t('inviteDetail')} />
        )}
        {/* Last, as they are known only once React runs. */}
        {partnerName !== null
          ? opened.map(({ id, version, title }) => (
              <Row
                key={id}
                href={`/rituals/${id}`}
                icon={<Icon icon="calendar-heart" />}
                title={t(version === 1 ? 'proposed' : 'suggested', { name: partnerName, title })}
              />
            ))
          : null}
      </Rows>
    </Section>
  )
}

/** Of the terms that wait for an answer, those that were opened in this browser; none until React has hydrated the page. */
function useOpenedTerms(toAnswer: readonly RitualToAnswer[], uid: string): readonly RitualToAnswer[] {
  const acts = toAnswer.map((terms) => ({ is: 'terms' as const, ...terms }))
  const unopened = useUnopened(acts, uid)
  return unopened === null ? [] : acts.filter((act) => !unopened.includes(act))
}
