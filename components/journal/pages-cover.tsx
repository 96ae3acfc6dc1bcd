'use client'
import { LoadFailure } from '@/components/device/load-failure'
import { useToday } from '@/components/people/use-today'
import { Progress, Skeleton } from '@/components/ui/waiting'
import type { PagesByDay } from '@/lib/journal/pages-by-day'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'

type PagesCoverProps = Readonly<{
  /** Null while they are being read. */
  pages: PagesByDay | null
  isSlow: boolean
  /** The day back to which pages were asked for. */
  since?: Day | undefined
  locale?: string | undefined
  onAgain: () => void
  className?: string | undefined
}>

/** That one's own pages are being read, or what is missing of them and why; renders nothing where all are here. */
export function PagesCover({ pages, isSlow, since, locale = '', onAgain, className }: PagesCoverProps) {
  const t = useTranslations(ownPagesMessages)
  const today = useToday()
  if (!pages)
    return <div className={className}>{isSlow ? <Progress label={t('reading')} /> : <Skeleton lines={6} />}</div>
  const { wholeFrom, failure, hasUnopened } = pages
  const isHereOnly = wholeFrom === null || wholeFrom > today
  const isShort = isHereOnly || (since !== undefined && wholeFrom > since)
  if (!isShort && !hasUnopened && !failure) return null
  return (
    <div className={className}>
      <LoadFailure error={failure} onAgain={onAgain} />
      {isShort ? (
        <p className="mt-2 text-small text-ink-3">
          {isHereOnly ? t('hereOnly') : t('wholeFrom', { day: formatDay(wholeFrom, locale, today) })}
        </p>
      ) : null}
      {hasUnopened ? <p className="mt-2 text-small text-ink-3">{t('unopened')}</p> : null}
    </div>
  )
}
