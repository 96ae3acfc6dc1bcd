'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { TypeMark } from '@/components/intimacy/type-mark'
import { latePart } from '@/components/device/late-part'
import { useFailure } from '@/components/device/use-failure'
import type { TwoPeople } from '@/components/people/two-people'
import { Written } from '@/components/journal/written'
import { MarkedName } from '@/components/people/partner-mark'
import { TwoMarksGesture } from '@/components/people/two-marks-gesture'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { ErrorSummary } from '@/components/ui/error-summary'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { isMarked, setMark } from '@/lib/local-marks'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { agreeToVersion, type OpenedClosing } from '@/lib/months/device'
import type { MonthKey } from '@/lib/months/facts'
import type { MonthNames } from '@/lib/months/in-words'
import type { Month } from '@/lib/time/day'
import { failureOf, isStale } from './failure'
import { WithMonth, type MonthPart } from './opened-month'
import { StepAction, StepWays, useIsStep, useQuietNext } from './step-footer'

const LateCloseForm = latePart(async () => (await import('./close-form')).CloseForm, { lines: 8 })

type MonthCloseProps = Readonly<{
  monthKey: MonthKey
  people: TwoPeople
  names: MonthNames
  /** Whether the month was closed when the server rendered the page. */
  closed: boolean
}>

/** Closing a month: one person proposes a type and a small change, and the partner agrees to that same version. */
export const MonthClose = (props: MonthCloseProps) => (
  <WithMonth lines={4} quiet>
    {(part) => <CloseSteps {...props} {...part} />}
  </WithMonth>
)

function CloseSteps({ monthKey, people, names, closed, vault, opened, again }: MonthCloseProps & MonthPart) {
  const t = useTranslations(monthsMessages)
  const router = useRouter()
  const closedSince = !closed && opened.closing?.closed === true
  // It was closed on this page, or by the partner meanwhile: the server's part is outdated.
  useEffect(() => {
    if (closedSince) router.refresh()
  }, [closedSince, router])
  const [sawOpen] = useState(!closed)
  const awaited = awaitedMark(monthKey.month, people.me.id)
  const form = useFormInPlace()
  const isStep = useIsStep()
  useQuietNext(form.openAt !== null)
  const [stale, setStale] = useState(false)
  const { closing, revealed } = opened
  const waits = closing !== null && !closing.closed
  useEffect(() => {
    if (waits) setMark(awaited, true)
  }, [waits, awaited])
  const fields = (
    <LateCloseForm
      monthKey={monthKey}
      vault={vault}
      names={names}
      current={closing}
      partnerName={people.partner?.name ?? ''}
      quiet={!revealed}
      onDone={(changed) => {
        form.close()
        setStale(changed)
        again()
      }}
    />
  )
  const notice = stale ? (
    <p role="alert" className="mb-4 text-small text-ink-2">
      {t('failure.changed')}
    </p>
  ) : null
  if (closing?.closed)
    return (
      <>
        {notice}
        <div className="flex items-center gap-4">
          <ClosedMark mark={awaited} sawOpen={sawOpen} />
          <p className="type-lede">{t('close.closed')}</p>
        </div>
        <Version closing={closing} names={names} />
      </>
    )
  if (closing) {
    const mine = closing.personId === people.me.id
    const proposer = mine ? people.me : people.partner
    const version = (
      <>
        <p className="text-small text-ink-2">
          <MarkedName slot={proposer?.slot ?? 1}>
            {mine ? t('close.yours') : t('close.theirs', { name: people.partner?.name ?? '' })}
          </MarkedName>
        </p>
        <Version closing={closing} names={names} />
        <p className={classes('mt-3 text-small text-ink-3', isStep && 'wide:hidden')}>{t('close.rule')}</p>
        {mine ? (
          <Button size="small" className="mt-4" onClick={() => form.open()}>
            {t('close.other')}
          </Button>
        ) : (
          <Agree
            monthKey={monthKey}
            closing={closing}
            names={names}
            people={people}
            onOther={() => form.open()}
            onDone={(changed) => {
              setStale(changed)
              again()
            }}
          />
        )}
      </>
    )
    return (
      <>
        {notice}
        <FormInPlace form={form}>{fields}</FormInPlace>
        {form.openAt === null ? version : null}
      </>
    )
  }
  // On the whole month's page closing is one quiet line until both people's notes are revealed.
  return (
    <>
      {notice}
      {revealed || isStep ? (
        fields
      ) : (
        <Disclosure summary={t('close.begin', { month: names.month })}>
          <div className="pt-3">{fields}</div>
        </Disclosure>
      )}
    </>
  )
}

/** Set in this browser while a month waits for both yeses, so that its closing is drawn at the next visit, once. */
const awaitedMark = (month: Month, uid: string) => `month-open-${month}:${uid}`

/** The marks of both, which meet if the month closed since this browser last showed it. */
function ClosedMark({ mark, sawOpen }: { mark: string; sawOpen: boolean }) {
  const [moves] = useState(() => sawOpen || isMarked(mark))
  useEffect(() => setMark(mark, false), [mark])
  return <TwoMarksGesture end="within" moves={moves} className="flex-none" />
}

/** A version of closing. `unread` is shown in place of a small change that can't be. */
export function Version({
  closing: { focus, withChange, change },
  names,
  unread,
}: {
  closing: OpenedClosing
  names: MonthNames
  unread?: string
}) {
  const t = useTranslations(monthsMessages, 'close')
  const locale = useLocale()
  return (
    <dl className="mt-3 lined">
      <div className="py-3.5">
        <dt className="text-small font-medium text-ink-3">{t('focusIs', { next: names.next })}</dt>
        <dd className="mt-1.5">{focus ? <TypeMark locale={locale} type={focus} /> : t('noFocus')}</dd>
      </div>
      <div className="py-3.5">
        <dt className="text-small font-medium text-ink-3">{t('changeIs')}</dt>
        <dd className="mt-1">
          {!withChange ? (
            t('noChange')
          ) : change?.is === 'text' ? (
            <Written small>{change.text}</Written>
          ) : (
            <span className="text-small text-ink-2">{unread ?? t('unread')}</span>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** Whether all of a version is shown, so that one can say yes to it. */
const isReadable = ({ withChange, change }: OpenedClosing): boolean => !withChange || change?.is === 'text'

type AgreeProps = Readonly<{
  monthKey: MonthKey
  closing: OpenedClosing
  names: MonthNames
  people: TwoPeople
  onOther: () => void
  onDone: (changed: boolean) => void
}>

function Agree({ monthKey, closing, names, people, onOther, onDone }: AgreeProps) {
  const t = useTranslations(monthsMessages)
  const inWords = useFailure(failureOf)
  const { run, busy, failure } = useAction(
    async () => {
      await agreeToVersion(browserDevice(), monthKey.month, closing.number)
      showToast({ text: t('close.done', { month: names.month }) })
      onDone(false)
    },
    (error) => {
      if (!isStale(error)) return inWords(error, people.partner?.name)
      onDone(true)
      return null
    },
  )
  return (
    <>
      <ErrorSummary title={failure} className="mt-4" />
      <div className="mt-4 flex flex-wrap gap-2.5">
        {isReadable(closing) ? (
          <StepAction inRow>
            <Button variant="primary" busy={busy} busyLabel={t('close.agreeing')} onClick={run}>
              {t('close.agree', { month: names.month })}
            </Button>
          </StepAction>
        ) : null}
        <Button variant={useIsStep() ? 'outline' : 'quiet'} onClick={onOther}>
          {t('close.other')}
        </Button>
        <StepWays />
      </div>
    </>
  )
}
