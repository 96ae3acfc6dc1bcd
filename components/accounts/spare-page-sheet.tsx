'use client'
import { QrCode } from '@/components/ui/qr-code'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

type SparePageSheetProps = Readonly<{ name: string; day: string; code: string }>

/**
 * The printed sheet: the name, how to use it, a QR code and the eight groups of four. The QR code opens /recover with
 * the code after `#`, which no browser sends.
 */
export function SparePageSheet({ name, day, code }: SparePageSheetProps) {
  const t = useTranslations(accountsMessages, 'spare')
  const address = `${location.origin}/recover`
  const groups = code.split('-')
  return (
    <section
      aria-label={t('pageTitle')}
      className="max-w-160 rounded-panel border border-line bg-surface p-5 wide:p-8 print:max-w-none print:border-0 print:bg-transparent print:p-0"
    >
      <h2 className="type-title">{t('pageTitle')}</h2>
      <p className="mt-1 text-small text-ink-3 print:text-print">{t('pageFor', { name, day })}</p>
      <div className="mt-5 flex flex-wrap items-center gap-5">
        <QrCode text={`${address}#${code}`} label={t('qr')} className="size-44" />
        <p
          translate="no"
          className="grid w-full max-w-[17em] grid-cols-[repeat(auto-fill,minmax(3.4em,1fr))] gap-x-4 gap-y-2 tabular-nums text-words leading-snug font-medium wide:text-words-wide"
        >
          {groups.map((group, index) => (
            // The dash is invisible but is copied with the text, so that a pasted code is whole.
            <span key={index} className="whitespace-nowrap">
              {group}
              {index < groups.length - 1 ? <span className="sr-only">-</span> : null}
            </span>
          ))}
        </p>
      </div>
      <p className="mt-5 text-small text-ink-2 print:text-print">{t('pageHow', { address })}</p>
    </section>
  )
}
