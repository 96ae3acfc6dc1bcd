'use client'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { browserDevice } from '@/lib/device/browser-device'
import type { Saving } from '@/lib/device/drafts'
import { savingMessages } from '@/lib/messages/rooms/saving'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { formatDayBriefly, formatTime } from '@/lib/time/format'
import { dayIn } from '@/lib/time/day'

type SavingLineProps = Readonly<{
  /** Of the draft: whether it is saved, and what saves it at once. */
  draft: Readonly<{ saving: Saving; keep: () => Promise<unknown> }>
  className?: string
}>

const FAILURES = {
  'storage-full': 'full',
  'storage-unavailable': 'noStorage',
  'storage-stuck': 'stuck',
  'too-long': 'tooLong',
} as const

/** The time of today, or the day where it isn't today's. */
function timeOf(saved: Date, locale: string): string {
  const { present, zone } = browserDevice()
  const [day, today] = [dayIn(saved, zone()), dayIn(present(), zone())]
  return day === today ? formatTime(saved, locale, zone()) : formatDayBriefly(day, locale, today)
}

/**
 * Whether what is written is saved on this device: above the button that finishes it, on a line that is there from the
 * start. After a failure a tap retries.
 */
export function SavingLine({ draft: { saving, keep }, className }: SavingLineProps) {
  const t = useTranslations(savingMessages)
  const locale = useLocale()
  const words =
    saving.is === 'saved'
      ? t('saved', { time: timeOf(saving.at, locale) })
      : saving.is === 'failed'
        ? t(saving.code in FAILURES ? FAILURES[saving.code as keyof typeof FAILURES] : 'not')
        : null
  return (
    <span className={classes('flex min-h-6 items-center text-small text-ink-3', className)}>
      {/* Screen readers announce the first save and failures, not every save. */}
      <span role="status" className="sr-only">
        {words}
      </span>
      {saving.is === 'failed' ? (
        <Button
          variant="link"
          icon={<Icon icon="cloud-off" size={17} />}
          className="text-danger-text!"
          onClick={() => void keep()}
        >
          {words}
        </Button>
      ) : (
        <span aria-hidden="true" className="inline-flex items-center gap-2">
          {saving.is === 'saving' ? t('now') : null}
          {words ? (
            <>
              <Icon icon="check" size={16} />
              {words}
            </>
          ) : null}
        </span>
      )}
    </span>
  )
}
