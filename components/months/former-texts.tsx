'use client'
import { Section } from '@/components/ui/page-heading'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import type { MonthKey } from '@/lib/months/facts'
import type { MonthNames } from '@/lib/months/in-words'
import { Version } from './month-close'
import { MyNotes } from './month-notes'
import { OpenedMonthRows, WithMonth, type MonthPart } from './opened-month'

type FormerTextsProps = Readonly<{ monthKey: MonthKey; me: string; names: MonthNames }>

/** My notes of a month with a former partner, and what we closed it with. */
export const FormerTexts = (props: FormerTextsProps) => (
  <OpenedMonthRows monthKey={props.monthKey} former>
    <WithMonth lines={6}>{({ opened }) => <FormerSections {...props} opened={opened} />}</WithMonth>
  </OpenedMonthRows>
)

function FormerSections({ opened: { notes, closing }, me, names }: FormerTextsProps & Pick<MonthPart, 'opened'>) {
  const t = useTranslations(monthsMessages)
  const mine = notes.find(({ personId: person }) => person === me)
  return (
    <>
      {mine ? (
        <Section id="notes" title={t('former.notes')}>
          <MyNotes notes={mine} />
        </Section>
      ) : null}
      {closing ? (
        <Section id="close" title={t('former.close', { month: names.month })}>
          <p className="text-small text-ink-3">{t(closing.closed ? 'close.closed' : 'close.yours')}</p>
          <Version
            closing={closing}
            names={names}
            {...(closing.change === null && { unread: t('former.theirWords') })}
          />
        </Section>
      ) : null}
    </>
  )
}
