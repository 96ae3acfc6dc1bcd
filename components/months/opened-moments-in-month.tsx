'use client'
import { LoadFailure } from '@/components/device/load-failure'
import { hueOf } from '@/components/intimacy/hue'
import { TypeIcon } from '@/components/intimacy/type-mark'
import { useListParts } from '@/components/journal/use-list-parts'
import { BothMarks, PartnerMark } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/waiting'
import type { Partner } from '@/lib/couples/people'
import { browserDevice } from '@/lib/device/browser-device'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { fetchMoments, type OpenedMoment } from '@/lib/moments/device'
import type { Day } from '@/lib/time/day'
import { formatDayOfMonth, formatList } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { FirstRows } from './first-rows'
import { useIsStep } from './step-footer'

export type MomentsInMonthProps = Readonly<{
  coupleId: string
  first: Day
  last: Day
  /** Its name. */
  month: string
  both: readonly [Partner, Partner]
}>

/** The moments of a month that were put into words, by day. Loaded once the vault is open. */
export function OpenedMomentsInMonth({
  vault,
  coupleId,
  first,
  last,
  month,
  both,
}: MomentsInMonthProps & { vault: Vault }) {
  const t = useTranslations(monthsMessages)
  const locale = useLocale()
  const isStep = useIsStep()
  const { rows, error, again, readOlder, olderError, isReading } = useListParts(first, (after) =>
    fetchMoments(browserDevice(), vault, { coupleId, from: first, to: last, ...(after && { after }) }),
  )
  if (!rows) return error ? <LoadFailure error={error} onAgain={again} /> : <Skeleton lines={3} />
  const shown = rows.filter(hasWords).sort((a, b) => a.day.localeCompare(b.day))
  return (
    <>
      {shown.length === 0 && !readOlder ? (
        <p className="text-small text-ink-3">{t('moments.none', { month })}</p>
      ) : (
        <FirstRows
          rows={shown.map((moment) => (
            <MomentRow key={`${moment.authorId} ${moment.id}`} moment={moment} both={both} />
          ))}
          folds={isStep}
          locale={locale}
        />
      )}
      <LoadFailure error={olderError} onAgain={readOlder ?? again} />
      {readOlder ? (
        <Button variant="link" busy={isReading} busyLabel={t('shared.reading')} onClick={readOlder}>
          {t('moments.more')}
        </Button>
      ) : null}
    </>
  )
}

const hasWords = ({ opened, removed }: OpenedMoment): boolean =>
  !removed && opened.is === 'text' && opened.text.trim() !== ''

function MomentRow({
  moment: { opened, parts, types, day },
  both,
}: Pick<MomentsInMonthProps, 'both'> & { moment: OpenedMoment }) {
  const locale = useLocale()
  const name = useTranslations(intimacyMessages)
  const counted = both.filter(({ id }) => parts.some(({ personId, takenOut }) => personId === id && !takenOut))
  return (
    <li className="py-3">
      <p dir="auto" className="type-letter-small whitespace-pre-wrap">
        {opened.is === 'text' ? opened.text : null}
      </p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2.5 text-small text-ink-3">
        <span className="inline-flex min-w-6 flex-none empty:hidden">
          {counted.length === 2 ? (
            <BothMarks />
          ) : (
            counted.map(({ id, slot }) => <PartnerMark key={id} slot={slot} size={10} />)
          )}
          {counted.map(({ id, name }) => (
            <bdi key={id} className="sr-only">
              {name}
            </bdi>
          ))}
        </span>
        <span>{formatDayOfMonth(day, locale)}</span>
        <span className="inline-flex items-center gap-1.5">
          {types.map((type) => (
            <TypeIcon key={type} type={type} size={17} className={`${hueOf[type]} text-hue-text`} />
          ))}
          <span className="sr-only">
            {formatList(
              types.map((type) => name(type)),
              locale,
            )}
          </span>
        </span>
      </p>
    </li>
  )
}
