import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'

/** The terms of leaving, shown before anybody is invited. */
export function LeavingTerms({ className }: { className?: string }) {
  const t = useTranslations(couplesMessages, 'leaving')
  return (
    <section className={className}>
      <h2 className="type-heading">{t('title')}</h2>
      <p className="mt-1 text-small text-ink-2">{t('terms')}</p>
    </section>
  )
}
