import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'

type FooterProps = Readonly<{ locale: string; settings?: boolean; className?: string | undefined }>

/** The links to help and information, the same on every page. */
export function Footer({ locale, settings, className }: FooterProps) {
  const t = translate(locale, shellMessages)
  const link = 'reach foot-link'
  return (
    <footer className={classes('no-print flex flex-wrap items-center gap-x-6 border-t border-line py-2', className)}>
      {settings ? (
        <Link href="/settings" className={classes(link, 'rail:hidden')}>
          {t('settings')}
        </Link>
      ) : null}
      <Link href="/about" referrerPolicy="no-referrer" className={link}>
        {t('about')}
      </Link>
      <Link href="/privacy" referrerPolicy="no-referrer" className={link}>
        {t('privacy')}
      </Link>
      <Link href="/support" referrerPolicy="no-referrer" className={link}>
        {t('support')}
      </Link>
    </footer>
  )
}
