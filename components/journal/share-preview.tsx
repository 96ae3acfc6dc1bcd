'use client'
import { TypeList } from '@/components/intimacy/type-mark'
import { PartnerMark } from '@/components/people/partner-mark'
import type { Partner } from '@/lib/couples/people'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { SharedPage, Wants } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Day } from '@/lib/time/day'
import { formatFullDay, formatShortDay } from '@/lib/time/format'
import { SharedText } from './shared-text'
import { WantsIcon } from './wants-icon'

type SharePreviewProps = Readonly<{
  me: Partner
  partner: Partner
  locale: string
  today: Day
  page: Omit<SharedPage, 'wants'> & Readonly<{ wants: Wants | null }>
  types: readonly IntimacyType[]
}>

/** The page as the partner will see it, rendered only from what will be sealed. */
export function SharePreview({ me, partner, locale, today, page, types }: SharePreviewProps) {
  const t = useTranslations(journalMessages)
  const { wants } = page
  return (
    <article
      aria-label={t('share.title', { name: partner.name })}
      className="rounded-panel border border-line bg-surface p-5"
    >
      <p className="flex max-w-none flex-wrap items-center justify-between gap-x-3 text-smallest text-ink-3">
        <span className="inline-flex items-center gap-2">
          <PartnerMark slot={me.slot} />
          <span className="min-w-0 wrap-anywhere">{t('from', { name: me.name })}</span>
        </span>
        <span>{formatShortDay(today, locale, today)}</span>
      </p>
      {wants ? (
        <p className="mt-3 flex items-center gap-2 text-small text-ink-2">
          <WantsIcon wants={wants} size={17} />
          <span className="min-w-0 wrap-anywhere">
            {t.rich('share.wantOf', {
              name: me.name,
              wants: t(`share.wantLower.${wants}`),
              b: (words) => <b className="text-ink">{words}</b>,
            })}
          </span>
        </p>
      ) : null}
      <div className="mt-2.5">
        <SharedText small page={{ ...page, wants: wants ?? 'nothing' }} />
      </div>
      {types.length > 0 ? (
        <p className="mt-3">
          <TypeList locale={locale} types={types} />
        </p>
      ) : null}
      {page.writtenDay ? (
        <p className="mt-2 text-small text-ink-3">{t('share.day', { day: formatFullDay(page.writtenDay, locale) })}</p>
      ) : null}
    </article>
  )
}
