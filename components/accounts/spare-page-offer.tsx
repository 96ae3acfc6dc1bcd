'use client'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/links'
import { Panel } from '@/components/ui/panel'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

type SparePageOfferProps = Readonly<{
  /** Continues without it, for good. */
  onLater: () => void
  className?: string | undefined
}>

/** Offers the spare page, before the first share. When: see use-spare-question. */
export function SparePageOffer({ onLater, className }: SparePageOfferProps) {
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
          <p className="mt-1.5 text-ink-2">{t('offer')}</p>
          <div className="mt-4 flex flex-wrap gap-2.5">
            <LinkButton size="small" href="/settings/spare-page?from=journal">
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
