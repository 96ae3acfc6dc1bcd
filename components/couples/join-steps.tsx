'use client'
import { useState } from 'react'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { SignUpForm } from '@/components/accounts/sign-up-form'
import type { SignUpSteps } from '@/components/accounts/sign-up-steps'
import { WhenOpen } from '@/components/device/when-open'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton, TextLink } from '@/components/ui/links'
import { Notice } from '@/components/ui/notice'
import { FlowFooter } from '@/components/ui/steps'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import type { Invited } from '@/lib/couples/invitation'
import { setMark } from '@/lib/local-marks'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { InvitedBy } from './invited-by'
import { forgetJoinLink } from './join-link'
import { failureOf, toJoinProblem, type JoinProblem } from './join-problem'
import { invitedMark } from './invited-mark'
import { useJoinStage } from './use-join-stage'
import { acceptInvitation } from '@/lib/couples/device'
import { fitsButton } from '@/lib/couples/people'
import { NativeButton } from '@/components/ui/native-button'

/** The person who is signed in in this browser, or null. Names are null while the device is locked. */
export type JoinViewer = Readonly<{
  name: string | null
  paired: boolean
  partner: string | null
  marked: boolean
}> | null

type JoinStepsProps = Readonly<{
  invited: Invited
  viewer: JoinViewer
  steps: SignUpSteps
  problem: JoinProblem | null
  onProblem: (problem: JoinProblem) => void
  onJoined: () => void
}>

/** Shows an open invite, then signs up or in with it, or joins as the signed-in person. */
export function JoinSteps({ invited, viewer, steps, problem, onProblem, onJoined }: JoinStepsProps) {
  const t = useTranslations(couplesMessages, 'join')
  const inWords = useFailure(failureOf)
  const { stage: chosen, go, back } = useJoinStage()
  const [isSignedIn, setSignedIn] = useState(viewer !== null)
  const stage = isSignedIn ? 'signed-in' : chosen
  const { inviterName: name } = invited
  const button = fitsButton(name) ? t('join', { name }) : t('joinShort')

  const { run, busy } = useAction(
    async (vault: Vault) => {
      setSignedIn(true)
      await acceptInvitation(browserDevice(), vault, invited.joining)
      setMark(invitedMark(vault.uid), false) // an invitation of their own can't be accepted any more
      onJoined()
    },
    (error) => {
      onProblem(toJoinProblem(error))
      return null
    },
  )

  if (stage === 'sign-up') {
    const signIn = (
      <NativeButton
        className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        onClick={() => go('sign-in')}
      >
        {t('alreadyOpen')}
      </NativeButton>
    )
    return (
      <SignUpForm
        steps={steps}
        known={[name]}
        submit={button}
        acceptance={() => invited.joining}
        onDone={onJoined}
        signIn={signIn}
      />
    )
  }
  if (stage === 'sign-in') {
    return (
      <>
        <h1 className="mb-8 type-display">{t('signIn', { name })}</h1>
        <SignInForm submit={button} onDone={run} />
        <Button variant="link" className="mt-4" onClick={back}>
          {t('fresh')}
        </Button>
      </>
    )
  }
  if (problem?.is === 'paired' || viewer?.paired) return <PairedAlready viewer={viewer} />
  const notNow = (
    <LinkButton variant="quiet" href="/" onClick={forgetJoinLink}>
      {t('notNow')}
    </LinkButton>
  )
  return (
    <>
      <InvitedBy invited={invited} />
      <ErrorSummary className="mt-5" title={problem?.is === 'failed' ? inWords(problem.error) : null} attempt={busy} />
      {stage === 'read' ? (
        <>
          <Button variant="link" className="mt-1" onClick={() => go('sign-in')}>
            {t('already')}
          </Button>
          <FlowFooter back={notNow}>
            <Button variant="primary" onClick={() => go('sign-up')}>
              {button}
            </Button>
          </FlowFooter>
        </>
      ) : (
        <>
          {viewer?.name ? <p className="mt-2 text-small text-ink-3">{t('as', { name: viewer.name })}</p> : null}
          <WhenOpen lines={2} className="mt-6">
            {(vault) => (
              <FlowFooter back={notNow}>
                <Button variant="primary" busy={busy} busyLabel={t('joining')} onClick={() => run(vault)}>
                  {button}
                </Button>
              </FlowFooter>
            )}
          </WhenOpen>
        </>
      )}
    </>
  )
}

function PairedAlready({ viewer }: { viewer: JoinViewer }) {
  const t = useTranslations(couplesMessages, 'join')
  const text = viewer?.partner ? t('paired', { name: viewer.partner }) : t('pairedSomebody')
  return (
    <Notice
      className="mt-4"
      action={
        <TextLink alone href="/settings/part">
          {t('part')}
        </TextLink>
      }
    >
      {text}
    </Notice>
  )
}
