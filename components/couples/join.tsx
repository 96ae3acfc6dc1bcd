'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { DeviceWatch } from '@/components/device/device-watch'
import { StepBack } from '@/components/accounts/start'
import { InsecureStop, useInsecure } from '@/components/device/insecure-stop'
import { useSignUpSteps } from '@/components/accounts/sign-up-steps'
import { ExampleFlower } from '@/components/people/example-flower'
import { ExamplePages } from '@/components/people/example-pages'
import { TwoMarksGesture } from '@/components/people/two-marks-gesture'
import { Beside } from '@/components/shell/beside'
import { FlowFrame } from '@/components/shell/flow-frame'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { Skeleton } from '@/components/ui/waiting'
import { useFailure } from '@/components/device/use-failure'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { fetchInvitation } from '@/lib/couples/device'
import type { Invited } from '@/lib/couples/invitation'
import { toInviteFragment } from '@/lib/vault/invite-secret'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { JoinByWords } from './join-by-words'
import { forgetJoinLink, keepJoinLink, useJoinLink } from './join-link'
import { failureOf, toJoinProblem, type JoinProblem } from './join-problem'
import { JoinSteps, type JoinViewer } from './join-steps'
import { NextSteps, PAIRED_MARKS } from './paired-panel'

/** Joins a partner by an invite, from its link or words to the couple, on a single page. */
export function Join({ viewer }: { viewer: JoinViewer }) {
  const locale = useLocale()
  const t = useTranslations(couplesMessages)
  const link = useJoinLink()
  const insecure = useInsecure()
  const steps = useSignUpSteps()
  const [invited, setInvited] = useState<Invited | null>(null)
  const [joined, setJoined] = useState<string | null>(null)
  const [problem, setProblem] = useState<JoinProblem | null>(null)
  const [round, setRound] = useState(0)

  const refuse = (reason: JoinProblem) => {
    if (reason.is !== 'unusable') return setProblem(reason)
    forgetJoinLink()
    setInvited(null)
    setProblem(reason)
  }
  // the last invitation that was asked for: another link may be opened in this tab before the answer about the first
  const asked = useRef('')
  const read = (text: string, typed: boolean) => {
    asked.current = text
    return fetchInvitation(browserDevice(), text).then(
      (found) => {
        if (asked.current !== text) return
        keepJoinLink(toInviteFragment(found.joining.secret), found.expiresAt)
        setInvited(found)
      },
      (error: unknown) => {
        if (asked.current === text) refuse(toJoinProblem(error, typed))
      },
    )
  }
  const { run: readTyped, busy } = useAction(
    (text: string) => {
      setProblem(null)
      return read(text, true)
    },
    () => null, // `read` throws nothing
  )
  const readLink = useEffectEvent((fragment: string) => void read(fragment, false))
  useEffect(() => {
    if (link.is === 'link') readLink(link.fragment)
  }, [link, round])
  const reading = busy || (link.is === 'link' && !invited && !problem)

  const again = () => {
    setProblem(null)
    setRound(round + 1)
  }
  const typeInstead = () => {
    forgetJoinLink()
    setProblem(null)
  }
  const done = (name: string) => {
    forgetJoinLink()
    setJoined(name)
  }

  const content = () => {
    if (insecure) return <InsecureStop />
    if (joined !== null) return <JoinedCouple name={joined} marked={false} hasJustJoined />
    if (invited)
      return (
        <JoinSteps
          invited={invited}
          viewer={viewer}
          steps={steps}
          problem={problem}
          onProblem={refuse}
          onJoined={() => done(invited.inviterName)}
        />
      )
    if (problem?.is === 'unusable') return <UnusableInvite onType={typeInstead} />
    if (link.is === 'link' && problem) return <UnreadableLink problem={problem} onAgain={again} />
    if (link.is !== 'none') return <Skeleton lines={8} className="mt-4" />
    // a reload after joining, or a bookmark
    if (viewer?.paired) return <JoinedCouple name={viewer.partner} marked={viewer.marked} />
    return <JoinByWords busy={busy} problem={problem} onTyped={readTyped} />
  }
  const isTwo = joined !== null || (!invited && link.is === 'none' && viewer?.paired === true)
  const picture = isTwo ? <ExampleFlower locale={locale} /> : <ExamplePages locale={locale} />
  return (
    <FlowFrame
      locale={locale}
      short
      width={insecure ? 'flow' : 'sides'}
      {...(steps.step === 2 && joined === null ? { start: <StepBack steps={steps} /> } : {})}
    >
      <DeviceWatch />
      <p role="status" className="sr-only">
        {reading ? t('join.reading') : ''}
      </p>
      {insecure ? content() : <Beside picture={picture}>{content()}</Beside>}
    </FlowFrame>
  )
}

/** The same for every invite that can't be used, whatever the reason. */
function UnusableInvite({ onType }: { onType: () => void }) {
  const t = useTranslations(couplesMessages, 'join')
  return (
    <div role="alert">
      <PageHeading lead={t('unusableLead')}>{t('unusable')}</PageHeading>
      <div className="mt-6 flex flex-wrap gap-2.5">
        <Button onClick={onType}>{t('typeWords')}</Button>
        <LinkButton href="/" variant="quiet">
          {t('alone')}
        </LinkButton>
      </div>
    </div>
  )
}

/** The link could not be read now. It stays in memory for a retry. */
function UnreadableLink({ problem, onAgain }: { problem: JoinProblem; onAgain: () => void }) {
  const t = useTranslations(failureMessages)
  const inWords = useFailure(failureOf)
  return (
    <>
      <ErrorSummary className="mt-2" title={inWords(problem.is === 'failed' ? problem.error : null)} />
      <Button variant="primary" className="mt-5" onClick={onAgain}>
        {t('again')}
      </Button>
    </>
  )
}

type JoinedCoupleProps = Readonly<{
  /** The partner's; null while the device is locked. */
  name: string | null
  marked: boolean
  hasJustJoined?: boolean
}>

function JoinedCouple({ name, marked, hasJustJoined = false }: JoinedCoupleProps) {
  const t = useTranslations(couplesMessages, 'paired')
  return (
    <>
      <TwoMarksGesture end="beside" moves={hasJustJoined} className={PAIRED_MARKS} />
      <PageHeading lead={t('lead')}>{name === null ? t('titleLocked') : t('title', { name })}</PageHeading>
      <NextSteps marked={marked} />
    </>
  )
}
