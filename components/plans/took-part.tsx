'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { buttonClasses } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/hydrated'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { datesMessages } from '@/lib/messages/rooms/dates'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Plan } from '@/lib/plans/contract'
import { plansDevice } from '@/lib/plans/late'
import { failureOf } from './failure'

type TookPartProps = Readonly<{
  plan: Pick<Plan, 'id' | 'ritualId' | 'onDate'>
  tookPart: boolean
  /** The date in words, for whoever hears the page. */
  day: string
  /** The page's one primary button, until it is pressed. */
  primary?: boolean
  /** Told when it is kept, by a page that shows it by itself; without it the page is read anew. */
  kept?: () => void
}>

/** "I took part", pressed or not; it shows at once and is taken back where it could not be kept. */
export function TookPart({ plan, tookPart, day, primary = false, kept }: TookPartProps) {
  const t = useTranslations(datesMessages)
  const router = useRouter()
  const hydrated = useHydrated()
  const inWords = useFailure(failureOf)
  // What was tapped last, until the server's own answer comes with the page.
  const [changed, setChanged] = useState<{ was: boolean; now: boolean } | null>(null)
  const pressed = changed && changed.was === tookPart ? changed.now : tookPart
  const press = async () => {
    const now = !pressed
    setChanged({ was: tookPart, now })
    try {
      await plansDevice.sendTookPart(browserDevice(), plan, now)
      if (kept) kept()
      else router.refresh()
    } catch (error) {
      setChanged(null)
      showToast({ text: inWords(error) })
    }
  }
  return (
    <button
      type="button"
      disabled={!hydrated}
      aria-pressed={pressed}
      aria-label={t('tookPartOn', { day })}
      onClick={() => void press()}
      className={`${buttonClasses({ variant: primary && !pressed ? 'primary' : 'outline', size: primary ? 'normal' : 'small' })} disabled:opacity-100 aria-pressed:border-ink aria-pressed:inset-ring aria-pressed:inset-ring-ink`}
    >
      {pressed ? <Icon icon="check" size={18} /> : null}
      {t('tookPart')}
    </button>
  )
}
