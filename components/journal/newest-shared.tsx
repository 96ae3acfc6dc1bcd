'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { EarlierRows } from '@/components/accounts/earlier-rows'
import { WhenOpen } from '@/components/accounts/when-open'
import { PartnerMark } from '@/components/shell/partner-mark'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { useLoaded } from '@/components/ui/use-loaded'
import { browserDevice } from '@/lib/accounts/browser-device'
import type { Partner } from '@/lib/couples/people'
import { firstLine } from '@/lib/journal/page'
import { leadOf } from '@/lib/journal/share'
import { sharedPages, type PageForBoth } from '@/lib/journal/sharing'
import { isMarked } from '@/lib/local-marks'
import { addDays, dayIn, type Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { WantsIcon } from './shared-text'
import { readMark } from './read-mark'
import { Troubled } from './troubled'

type NewestSharedProps = Readonly<{ me: string; partner: Partner; couple: string; locale: string }>

/** The newest page that the partner shared and that was not read in this browser yet, opened here; nothing where there is none. */
export const NewestShared = (props: NewestSharedProps) => <WhenOpen lines={0} className="mt-8">{(vault) => <Opened vault={vault} {...props} />}</WhenOpen>

function Opened({ vault, me, partner, couple, locale }: NewestSharedProps & { vault: Vault }) {
  const { value, error, again } = useLoaded(couple, () => newestOf(vault, me, partner.id))
  if (error) return <div className="mt-8"><EarlierRows error={error} onAccepted={again} /><Troubled error={error} onAgain={again} /></div>
  // Most often there is nothing: a place held for it would be taken away under whoever reads what comes below.
  if (!value) return null
  return value.page ? <Newest page={value.page} partner={partner} locale={locale} /> : null
}

async function newestOf(vault: Vault, me: string, author: string): Promise<{ page: PageForBoth | null }> {
  const { rows } = await sharedPages(browserDevice(), vault)
  return { page: rows.find((row) => row.author === author && row.opened.is === 'text' && !isMarked(readMark(row.id, me))) ?? null }
}

function Newest({ page, partner, locale }: { page: PageForBoth; partner: Partner; locale: string }) {
  const t = useTranslations('today')
  const wants = useTranslations('journal.share.wants')
  if (page.opened.is !== 'text') return null
  const { text } = leadOf(page.opened.text)
  return (
    <section aria-labelledby="newest" className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="newest" className="type-heading flex min-w-0 items-center gap-2">
          <PartnerMark slot={partner.slot} />
          {t('shared', { name: partner.name, day: dayInWords(page.day, locale, t) })}
        </h2>
        <span className="flex items-center gap-2 text-small text-ink-2">
          <WantsIcon wants={page.opened.text.wants} size={18} />
          {wants(page.opened.text.wants)}
        </span>
      </div>
      <p className="type-letter mt-2.5 line-clamp-4">{firstLine(text)}</p>
      <Link href={`/journal/shared/${page.id}`} className="reach mt-1 gap-1.5 text-small font-strong text-ink-2 hover:text-ink">
        {t('sharedRead')}
        <Icon of={ChevronRight} size={16} />
      </Link>
    </section>
  )
}

function dayInWords(day: Day, locale: string, t: (key: 'sharedToday' | 'sharedYesterday') => string): string {
  const today = dayIn(browserDevice().now(), browserDevice().zone())
  return day === today ? t('sharedToday') : day === addDays(today, -1) ? t('sharedYesterday') : formatDay(day, locale)
}
