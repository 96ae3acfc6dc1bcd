'use client'
import { useRouter } from 'next/navigation'
import { use, useState, type ReactNode, type SubmitEvent } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { WhatHostReads } from '@/components/shell/what-host-reads'
import { Disclosure } from '@/components/ui/disclosure'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { PagePerson } from '@/components/ui/page-person'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { useUnsent } from '@/components/ui/use-unsent'
import { browserDevice } from '@/lib/device/browser-device'
import { codeOf } from '@/lib/device/failures'
import type { Closeness, Step } from '@/lib/check-ins/contract'
import { answerCheckIn } from '@/lib/check-ins/device'
import { wantsRoom } from '@/lib/check-ins/view'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { useTranslations } from '@/lib/messages/use-translations'
import type { WeekId } from '@/lib/time/week'
import { noteAnswered } from './answered-mark'
import { ChosenCircles } from './chosen-circles'
import { CircleScale } from './circle-scale'
import { RoomLine } from './room-line'
import { TypeScales } from './type-scales'

const noTypes: Closeness['types'] = {
  emotional: null,
  physical: null,
  intellectual: null,
  experiential: null,
  spiritual: null,
}

/** Null where nothing is chosen yet. */
type AnswerFields = Readonly<{ now: Step | null; wish: Step | null; types: Closeness['types'] }>

const noAnswer: AnswerFields = { now: null, wish: null, types: noTypes }

type CheckInFormProps = Readonly<{
  week: WeekId
  partnerName: string
  /** My saved answer; null before the first one. */
  mine: Closeness | null
  /** Leaves the form without saving. */
  cancel: ReactNode
  onKept?: ((answer: Closeness) => void) | undefined
}>

/**
 * Asks how close it feels now and how close I would like it, on seven pairs of circles, and optionally by type. Nothing
 * is preselected.
 */
export function CheckInForm({ week, partnerName, mine, cancel, onKept }: CheckInFormProps) {
  const t = useTranslations(checkInsMessages)
  const router = useRouter()
  const me = use(PagePerson)
  const unsent = useUnsent<AnswerFields>(`check-in ${week}`, mine ?? noAnswer)
  const { now, wish, types } = unsent.fields
  const [attempt, setAttempt] = useState(0)
  const inWords = useFailure()
  const { run, busy, failure } = useAction(
    async (answer: Closeness) => {
      await answerCheckIn(browserDevice(), week, answer)
      unsent.sent()
      noteAnswered(week, me)
      onKept?.(answer)
      router.refresh()
    },
    (error) => {
      const code = codeOf(error)
      if (code === 'already-revealed' || code === 'not-paired') router.refresh()
      return inWords(error, partnerName)
    },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    setAttempt(attempt + 1)
    if (now !== null && wish !== null) run({ now, wish, types })
  }
  const missing =
    attempt > 0
      ? [
          ...(now === null ? [{ id: 'now', text: t('ask.needNow') }] : []),
          ...(wish === null ? [{ id: 'wish', text: t('ask.needWish') }] : []),
        ]
      : []
  const title = missing.length > 0 ? t('ask.missing') : failure
  return (
    <form method="post" onSubmit={submit}>
      <ErrorSummary className="mt-4" title={title} fields={missing} attempt={attempt} />
      {unsent.notice}
      <div className="rail:grid rail:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] rail:items-start rail:gap-x-16">
        <ChosenCircles
          now={now}
          wish={wish}
          partnerName={partnerName}
          className="rail:col-start-2 rail:row-start-1 rail:mt-8"
        />
        <div className="min-w-0 rail:col-start-1 rail:row-start-1 rail:mt-8">
          <CircleScale
            id="now"
            legend={t('scale.now')}
            hideLegend
            value={now}
            onChange={(step) => unsent.change({ now: step })}
          />
          <CircleScale
            id="wish"
            look="wish"
            legend={t('ask.wish')}
            value={wish}
            onChange={(step) => unsent.change({ wish: step })}
            className="mt-8"
          />
          <RoomLine shown={wantsRoom({ now, wish })} className="type-lede mt-5 even-lines" />
          <p className="mt-6 flex items-start gap-2.5 text-small text-ink-2">
            <Icon icon="eye-off" size={18} className="mt-[0.0625rem]" />
            <span>
              {t('ask.blind')} <WhatHostReads of="numbers" />
            </span>
          </p>
          <Disclosure
            summary={t('ask.types')}
            open={mine !== null && Object.values(mine.types).some(Boolean)}
            className="mt-3"
          >
            <div className="pt-1 pb-3">
              <TypeScales types={types} onChange={(next) => unsent.change({ types: next })} />
            </div>
          </Disclosure>
          <FlowFooter back={cancel}>
            <SubmitButton busy={busy} busyLabel={t('ask.saving')}>
              {t('ask.submit')}
            </SubmitButton>
          </FlowFooter>
        </div>
      </div>
    </form>
  )
}
