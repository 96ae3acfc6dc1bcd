'use client'
import { ShownWords } from '@/components/journal/shown-words'
import { LineQuotes } from '@/components/plans/line-quotes'
import { PartnerMark } from '@/components/people/partner-mark'
import { useToday } from '@/components/people/use-today'
import { TextLink } from '@/components/ui/links'
import type { Partner } from '@/lib/couples/people'
import type { FedBy } from '@/lib/dashboard/device'
import { isolateText } from '@/lib/messages/isolate-text'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatShortDay } from '@/lib/time/format'

type FedByItemProps = Readonly<{ fed: FedBy; people: readonly [Partner, Partner]; locale: string }>

/** Something that fed: its text, and whom it counts for on which day. */
export const FedByItem = ({ fed, people, locale }: FedByItemProps) => (
  <li className="text-small leading-note">
    <What fed={fed} people={people} />
    <WhoAndWhen fed={fed} people={people} locale={locale} />
  </li>
)

function What({ fed, people }: Omit<FedByItemProps, 'locale'>) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  if (fed.is === 'plan')
    return (
      <>
        <p>
          <TextLink href={fed.ritualId === null ? `/plans/${fed.planId}` : `/rituals/${fed.ritualId}`}>
            <bdi>{fed.title}</bdi>
          </TextLink>
        </p>
        <LineQuotes lines={fed.lines} writers={people} className="my-1 grid gap-1" />
      </>
    )
  if ((fed.is === 'moment' ? fed.text : fed.words) === null) return <p className="text-ink-3">{t('unread')}</p>
  if (fed.is === 'moment')
    return fed.text ? (
      <p dir="auto" className="type-letter-small whitespace-pre-wrap">
        {fed.text}
      </p>
    ) : (
      <p>{t('moment')}</p>
    )
  const writer = people.find(({ id }) => id === fed.authorId)?.name ?? ''
  return (
    <p>
      <span className="text-ink-2">{t(fed.is, { name: writer })}</span>{' '}
      <TextLink href={`/journal/shared/${fed.pageId}`} dir="auto" className="type-letter-small">
        {fed.words ? <ShownWords words={fed.words} /> : null}
      </TextLink>
    </p>
  )
}

function WhoAndWhen({ fed: { fedBy }, people, locale }: FedByItemProps) {
  const today = useToday()
  const counted = fedBy.flatMap(({ personId, day }) =>
    people.filter(({ id }) => id === personId).map((person) => ({ ...person, day })),
  )
  // A plan can be on different days for two people in different zones.
  const oneDay = counted.every(({ day }) => day === counted[0]?.day)
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-ink-3">
      {counted.map(({ id, slot, name, day }) => (
        <span key={id} className="inline-flex min-w-0 items-center gap-1.5">
          <PartnerMark slot={slot} size={10} />
          <span className="min-w-0 wrap-anywhere">
            {oneDay ? isolateText(name) : `${isolateText(name)}, ${formatShortDay(day, locale, today)}`}
          </span>
        </span>
      ))}
      {oneDay && counted[0] ? <span>{formatShortDay(counted[0].day, locale, today)}</span> : null}
    </p>
  )
}
