'use client'
import { ShownWords } from '@/components/journal/shown-words'
import { hueOf } from '@/components/intimacy/hue'
import { TypeIcon, TypeList } from '@/components/intimacy/type-mark'
import { MomentButtons } from '@/components/moments/moment-buttons'
import type { MomentActions } from '@/components/moments/use-moment-actions'
import { LineQuotes } from '@/components/plans/line-quotes'
import { PartnerMark } from '@/components/people/partner-mark'
import { useToday } from '@/components/people/use-today'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/links'
import type { Partner } from '@/lib/couples/people'
import type { FedBy } from '@/lib/dashboard/device'
import { isolateText } from '@/lib/messages/isolate-text'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatList, formatShortDay } from '@/lib/time/format'

type FedRowProps = Readonly<{
  fed: FedBy
  people: readonly [Partner, Partner]
  me: string
  locale: string
  actions: MomentActions
}>

/**
 * Something that fed: its words, whom it counts for and which types. It opens to the same in full, and to what can be
 * done: its page, or Remove.
 */
export function FedRow({ fed, people, me, locale, actions }: FedRowProps) {
  const name = useTranslations(intimacyMessages)
  const counted = countedFor(fed, people)
  return (
    <li className="@container border-line not-first:border-t">
      <details className="group/fed">
        <summary className="flex min-h-11 items-center gap-3 py-2">
          <span className="grid min-w-0 flex-1 gap-x-4 gap-y-1 @md:grid-cols-[minmax(0,1fr)_auto] @md:items-center">
            <span className="min-w-0">
              <What fed={fed} people={people} />
            </span>
            <span className="flex flex-none items-center gap-3 group-open/fed:hidden">
              <span className="inline-flex items-center gap-1 text-ink-3">
                {counted.map(({ id, slot }) => (
                  <PartnerMark key={id} slot={slot} size={10} />
                ))}
                <span className="sr-only">
                  {formatList(
                    counted.map((person) => isolateText(person.name)),
                    locale,
                  )}
                </span>
              </span>
              <span className="inline-flex items-center gap-1.5">
                {fed.types.map((type) => (
                  <TypeIcon key={type} type={type} size={17} className={`${hueOf[type]} text-hue-text`} />
                ))}
                <span className="sr-only">
                  {formatList(
                    fed.types.map((type) => name(type)),
                    locale,
                  )}
                </span>
              </span>
            </span>
          </span>
          <Icon
            icon="chevron-down"
            size={16}
            className="flex-none text-ink-3 transition-transform duration-160 group-open/fed:rotate-180"
          />
        </summary>
        <div className="pb-3 text-small text-ink-2">
          <Who counted={counted} locale={locale} />
          <TypeList locale={locale} types={fed.types} size="small" className="mt-1" />
          <div>
            <Ways fed={fed} people={people} me={me} locale={locale} actions={actions} />
          </div>
        </div>
      </details>
    </li>
  )
}

const countedFor = ({ fedBy }: FedBy, people: FedRowProps['people']) =>
  fedBy.flatMap(({ personId, day }) => people.filter(({ id }) => id === personId).map((person) => ({ ...person, day })))

const WORDS = 'type-letter-small wrap-anywhere'

function What({ fed, people }: Pick<FedRowProps, 'fed' | 'people'>) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  if (fed.is === 'plan')
    return (
      <>
        <bdi className={`block ${WORDS}`}>{fed.title}</bdi>
        <LineQuotes lines={fed.lines} writers={people} className="mt-1 grid gap-1 text-ink-2" />
      </>
    )
  if ((fed.is === 'page' ? fed.words : fed.text) === null)
    return <span className="text-small text-ink-3">{t('unread')}</span>
  if (fed.is === 'moment')
    return fed.text ? (
      <span dir="auto" className={`${WORDS} line-clamp-2 whitespace-pre-line group-open/fed:line-clamp-none`}>
        {fed.text}
      </span>
    ) : (
      <span className="text-small text-ink-2">{t('moment')}</span>
    )
  const writer = people.find(({ id }) => id === fed.authorId)?.name ?? ''
  const page = fed.words ? <ShownWords words={fed.words} /> : null
  return (
    <>
      <span className="block text-smallest text-ink-3">{t(fed.is, { name: writer })}</span>
      <span dir="auto" className={`block ${WORDS}`}>
        {fed.is === 'reply' ? fed.text : page}
      </span>
      {fed.is === 'reply' ? (
        <span className="mt-0.5 block text-smallest text-ink-3">
          {t('replyTo')} <bdi className="type-voice">{page}</bdi>
        </span>
      ) : null}
    </>
  )
}

function Who({ counted, locale }: { counted: ReturnType<typeof countedFor>; locale: string }) {
  const today = useToday()
  // A plan can be on different days for two people in different zones.
  const oneDay = counted.every(({ day }) => day === counted[0]?.day)
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      {counted.map(({ id, slot, name, day }) => (
        <span key={id} className="inline-flex min-w-0 items-center gap-1.5">
          <PartnerMark slot={slot} size={10} className="text-ink-3" />
          <span className="min-w-0 wrap-anywhere">
            {oneDay ? isolateText(name) : `${isolateText(name)}, ${formatShortDay(day, locale, today)}`}
          </span>
        </span>
      ))}
    </p>
  )
}

/** The page behind a row, or what the viewer can do to a moment. */
function Ways({ fed, people, me, locale, actions }: FedRowProps) {
  const t = useTranslations(dashboardMessages, 'fedBy')
  const today = useToday()
  if (fed.is === 'moment') {
    const { moment } = fed
    const author = people.find(({ id }) => id === moment.authorId)?.name ?? ''
    const what = fed.text || t('momentBy', { name: author, day: formatShortDay(moment.day, locale, today) })
    return <MomentButtons moment={moment} me={me} what={what} actions={actions} />
  }
  const [href, label, title] =
    fed.is === 'plan'
      ? fed.ritualId === null
        ? ([`/plans/${fed.planId}`, t('toPlan'), fed.title] as const)
        : ([`/rituals/${fed.ritualId}`, t('toRitual'), fed.title] as const)
      : ([`/journal/shared/${fed.pageId}`, t('toPage'), fed.words?.text ?? ''] as const)
  return (
    <p>
      <TextLink alone href={href}>
        {label}
        {title ? <bdi className="sr-only">{title}</bdi> : null}
      </TextLink>
    </p>
  )
}
