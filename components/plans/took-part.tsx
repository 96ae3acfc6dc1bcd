'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { latePart } from '@/components/device/late-part'
import { useFailure } from '@/components/device/use-failure'
import { buttonClasses } from '@/components/ui/button-look'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { browserDevice } from '@/lib/device/browser-device'
import { Problem } from '@/lib/http/problem'
import { datesMessages } from '@/lib/messages/rooms/dates'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Plan } from '@/lib/plans/contract'
import { plansDevice } from '@/lib/plans/late'
import { failureOf } from './failure'
import { useTakingBack } from './use-taking-back'
import { NativeButton } from '@/components/ui/native-button'

const LateTakeBackQuestion = latePart(async () => (await import('./take-back-question')).TakeBackQuestion, { lines: 2 })

type TookPartProps = Readonly<{
  plan: Pick<Plan, 'id' | 'ritualId' | 'onDate'>
  tookPart: boolean
  /** The day in words, for screen readers. */
  day: string
  /** That the partner took part, in words; null where they did not, or where the page does not show it. */
  theirs?: string | null
  /** The page itself says who took part. */
  bare?: boolean
  /** Whether it is the page's primary button until it is pressed. */
  primary?: boolean
  /** Whether a mark that is taken back can be set again. If not, taking it back asks once. */
  canMarkAgain?: boolean
  /** Called when it is saved, by a page that updates itself; without it the page is reloaded. */
  kept?: () => void
}>

/**
 * Who took part, and "I took part". Once it is pressed it is a state in words with a quiet way back. A press shows at
 * once, and is undone if it could not be saved. Taking the mark back can be undone.
 */
export function TookPart({
  plan,
  tookPart,
  day,
  theirs = null,
  bare = false,
  primary = false,
  canMarkAgain = true,
  kept,
}: TookPartProps) {
  const t = useTranslations(datesMessages)
  const router = useRouter()
  const inWords = useFailure(failureOf)
  // The last tap, until the reloaded page has it.
  const [changed, setChanged] = useState<{ was: boolean; now: boolean } | null>(null)
  const pressed = changed && changed.was === tookPart ? changed.now : tookPart
  const [asks, setAsks] = useState(false)
  const refresh = kept ?? router.refresh
  const takeBack = useTakingBack(plan, () => {
    setChanged(null)
    refresh()
  })
  const press = async () => {
    const now = !pressed
    setAsks(false)
    setChanged({ was: tookPart, now })
    try {
      await (now ? plansDevice.sendTookPart(browserDevice(), plan, true) : takeBack())
      refresh()
    } catch (error) {
      setChanged(null)
      showToast({ text: inWords(error) })
      // A refusal says that the plan is not as it is shown.
      if (error instanceof Problem) refresh()
    }
  }
  const state = pressed ? t(theirs ? 'both' : 'you') : theirs
  return (
    <>
      {state && !bare ? (
        <span className="flex basis-full items-center gap-1.5 text-small wrap-anywhere text-ink-2 wide:basis-auto">
          {pressed ? <Icon icon="check" size={16} /> : null}
          {state}
        </span>
      ) : null}
      <NativeButton
        aria-pressed={pressed}
        aria-label={t(pressed ? 'takeBackOn' : 'tookPartOn', { day })}
        onClick={() => (pressed && !canMarkAgain ? setAsks(!asks) : void press())}
        className={buttonClasses({
          variant: pressed ? 'link' : primary ? 'primary' : 'outline',
          size: primary ? 'normal' : 'small',
        })}
      >
        {t(pressed ? 'takeBack' : 'tookPart')}
      </NativeButton>
      {asks ? (
        <div className="basis-full">
          <LateTakeBackQuestion onYes={() => void press()} onNo={() => setAsks(false)} />
        </div>
      ) : null}
    </>
  )
}
