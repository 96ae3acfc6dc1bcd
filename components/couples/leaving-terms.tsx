import { useTranslations } from 'use-intl/react'

/** The terms of leaving, in sight before anybody is invited. */
export function LeavingTerms({ className }: { className?: string }) {
  const t = useTranslations('couples.leaving')
  return (
    <section className={className}>
      <h2 className="type-heading">{t('title')}</h2>
      <p className="mt-1 measure text-small text-ink-2">{t('terms')}</p>
    </section>
  )
}
