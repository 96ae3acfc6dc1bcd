import type { ReactNode } from 'react'
import { MARK_HOPES } from '@/components/couples/mark-hopes'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'

export type RitualToAnswer = Readonly<{ id: string; version: number; title: string }>

type QuietLinesProps = Readonly<{
  locale: string
  spareSaved: boolean
  /** Null while one is alone. */
  partnerName: string | null
  /** One is alone, and was not before. */
  parted: boolean
  /** Of which the partner proposed or suggested terms that the reader can say yes to. */
  toAnswer: readonly RitualToAnswer[]
  hopesMarked: boolean
  /** Rows of the weeks that can be answered, or null where there are none. */
  weeks: ReactNode
  /** The row of a month to look back at, or null. */
  month: ReactNode
}>

/** Whatever was left for later, one quiet line each; of what the other has left, nothing. */
export function QuietLines({
  locale,
  spareSaved,
  partnerName,
  parted,
  toAnswer,
  hopesMarked,
  weeks,
  month,
}: QuietLinesProps) {
  const t = translate(locale, todayMessages)
  if (spareSaved && partnerName !== null && toAnswer.length === 0 && hopesMarked && !weeks && !month) return null
  return (
    <Section id="lines" title={t('lines')}>
      <Rows>
        {/* what the other asks of one comes first, then what the calendar brings */}
        {partnerName !== null
          ? toAnswer.map(({ id, version, title }) => {
              const first = version === 1
              return (
                <Row
                  key={id}
                  href={`/rituals/${id}`}
                  icon={<Icon icon="calendar-heart" />}
                  title={t(first ? 'proposed' : 'suggested', { name: partnerName, title })}
                  detail={t(first ? 'proposedDetail' : 'suggestedDetail')}
                />
              )
            })
          : null}
        {weeks}
        {month}
        {partnerName !== null && !hopesMarked ? (
          <Row href={MARK_HOPES} icon={<Icon icon="flower-2" />} title={t('hopes')} detail={t('hopesDetail')} />
        ) : null}
        {spareSaved ? null : (
          <Row
            href="/settings/spare-page"
            icon={<Icon icon="key-round" />}
            title={t('spare')}
            detail={t('spareDetail')}
          />
        )}
        {partnerName !== null ? null : parted ? (
          <Row href="/rituals" icon={<Icon icon="book-open" />} title={t('parted')} detail={t('partedDetail')} />
        ) : (
          <Row href="/pair" icon={<Icon icon="user-plus" />} title={t('invite')} detail={t('inviteDetail')} />
        )}
      </Rows>
    </Section>
  )
}
