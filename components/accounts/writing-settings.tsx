'use client'
import { CheckboxRow } from '@/components/ui/choice'
import { useHydrated } from '@/components/ui/hydrated'
import { SPELLCHECK } from '@/components/ui/spellcheck'
import { useMark } from '@/components/ui/use-mark'
import { setMark } from '@/lib/local-marks'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

/** Settings for writing on this device: whether the browser may check spelling, and how long drafts are kept. */
export function WritingSettings({ className }: { className?: string }) {
  const t = useTranslations(accountsMessages, 'settings')
  return (
    <div className={className}>
      <CheckboxRow
        checked={useMark(SPELLCHECK)}
        disabled={!useHydrated()}
        onChange={(event) => setMark(SPELLCHECK, event.target.checked)}
        label={t('spelling')}
        hint={t('spellingHint')}
      />
      <p className="mt-3 text-small text-ink-3">{t('keeping')}</p>
    </div>
  )
}
