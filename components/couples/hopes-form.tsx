'use client'
import { useRouter } from 'next/navigation'
import { useState, type SubmitEvent } from 'react'
import { TypeMark } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Segmented } from '@/components/ui/segmented'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { useUnsent } from '@/components/ui/use-unsent'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import type { HopesAnswer } from '@/lib/couples/contract'
import { couplesDevice } from '@/lib/couples/late'
import { codeOf, failuresBy } from '@/lib/device/failures'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { hopesMessages } from '@/lib/messages/rooms/hopes'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { HOPES } from './mark-hopes'

const failureOf = failuresBy(hopesMessages, { 'already-revealed': 'bothMarked' })

type HopeMark = 'fed' | 'more' | 'nothing'
/** Null where nothing is marked yet. */
type HopeMarks = Readonly<Record<IntimacyType, HopeMark | null>>

const markOf = (mine: HopesAnswer['mine'], type: IntimacyType): HopeMark | null => {
  if (!mine) return null
  return mine.fed.includes(type) ? 'fed' : mine.more.includes(type) ? 'more' : 'nothing'
}

const marksOf = (mine: HopesAnswer['mine']) =>
  Object.fromEntries(INTIMACY_TYPES.map((type) => [type, markOf(mine, type)])) as HopeMarks

type HopesFormProps = Readonly<{
  /** The viewer's saved marks, or null. */
  mine: HopesAnswer['mine']
  className?: string
}>

/**
 * Asks which types feel fed, and which the viewer would love more of. Blind: it shows the same whether or not the
 * partner has marked. Once both have, it reloads the page, which shows both.
 */
export function HopesForm({ mine, className }: HopesFormProps) {
  const locale = useLocale()
  const t = useTranslations(hopesMessages)
  const intimacy = useTranslations(intimacyMessages)
  const router = useRouter()
  const unsent = useUnsent('hopes', marksOf(mine))
  const marks = unsent.fields
  const [isSaved, setIsSaved] = useState(mine !== null && Object.keys(unsent.mine).length === 0)
  const inWords = useFailure(failureOf)
  const { run, busy, failure, clear } = useAction(
    async () => {
      const marked = (value: HopeMark) => INTIMACY_TYPES.filter((type) => marks[type] === value)
      const { partner } = await couplesDevice.sendHopes(browserDevice(), { fed: marked('fed'), more: marked('more') })
      unsent.sent()
      setIsSaved(true)
      if (partner) router.refresh()
    },
    (error) => {
      if (codeOf(error) === 'already-revealed') router.refresh()
      return inWords(error)
    },
  )
  const [tries, setTries] = useState(0)
  const isUnmarked = INTIMACY_TYPES.every((type) => marks[type] === null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    if (!isUnmarked) run()
  }
  const mark = (type: IntimacyType, value: HopeMark) => {
    unsent.change({ [type]: value })
    setIsSaved(false)
    clear()
  }
  const options = (['fed', 'more', 'nothing'] as const).map((value) => ({ value, label: t(value) }))
  return (
    <form method="post" onSubmit={submit} id={HOPES} className={classes('scroll-mt-24', className)}>
      <h2 tabIndex={-1} className="type-lede even-lines">
        {t('title')}
      </h2>
      <p className="mt-2 text-small text-ink-2">{t('lead')}</p>
      <ErrorSummary className="mt-4" title={tries > 0 && isUnmarked ? t('missing') : failure} attempt={tries} />
      {unsent.notice}
      <ul className="@container mt-4 lined">
        {INTIMACY_TYPES.map((type) => (
          <li
            key={type}
            className="grid grid-cols-1 gap-2 py-3.5 @2xl:grid-cols-[minmax(0,1fr)_22rem] @2xl:items-center @2xl:gap-6"
          >
            <p>
              <TypeMark locale={locale} type={type} />
              <span className="block text-small text-ink-3 first-letter:uppercase">{intimacy(`meaning.${type}`)}</span>
            </p>
            <Segmented<HopeMark | 'unmarked'>
              name={`hope-${type}`}
              label={intimacy(type)}
              value={marks[type] ?? 'unmarked'}
              options={options}
              onChange={(value) => {
                if (value !== 'unmarked') mark(type, value)
              }}
            />
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <SubmitButton busy={busy} busyLabel={t('saving')}>
          {t('submit')}
        </SubmitButton>
        <p role="status" className="text-small text-ink-3">
          {isSaved && !busy && !failure ? t('kept') : ''}
        </p>
      </div>
    </form>
  )
}
