'use client'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/links'
import { Panel } from '@/components/ui/panel'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

type SparePageOfferProps = Readonly<{
  /** Continues without it: see use-spare-page-offer. */
  onLater: () => void
  /** Where the spare page's link back goes. */
  from?: '/write' | '/journal' | '/today' | undefined
  className?: string | undefined
}>

/** Offers the spare page, after the first entry and again before the first share. */
export function SparePageOffer({ onLater, from, className }: SparePageOfferProps) {
  const t = useTranslations(accountsMessages, 'spare')
  return (
    <Panel className={className} aria-labelledby="spare-page-offer">
      <div className="flex items-start gap-3.5">
        <span className="mt-1 text-ink-2">
          <Icon icon="file-text" size={20} />
        </span>
        <div className="min-w-0">
          <h2 id="spare-page-offer" className="type-heading">
            {t('offerTitle')}
          </h2>
          <p className="mt-1.5 measure text-ink-2">{t('offer')}</p>
          <div className="mt-4 flex flex-wrap gap-2.5">
            <LinkButton
              size="small"
              href={from ? `/settings/spare-page?from=${from.slice(1)}` : '/settings/spare-page'}
            >
              {t('offerDo')}
            </LinkButton>
            <Button size="small" variant="quiet" onClick={onLater}>
              {t('later')}
            </Button>
          </div>
        </div>
      </div>
    </Panel>
  )
}
