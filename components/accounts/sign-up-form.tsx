'use client'
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextLink } from '@/components/ui/links'
import { FlowFooter, Steps } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { Progress } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { codeOf, failuresBy } from '@/lib/device/failures'
import * as contract from '@/lib/accounts/contract'
import { makeSignUp } from '@/lib/accounts/sign-up'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import type { InviteToJoin } from '@/lib/vault/register'
import type { Vault } from '@/lib/vault/vault'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { DeviceUseField } from './device-use-field'
import { DeviceWatch } from '@/components/device/device-watch'
import { InsecureStop, useInsecure } from '@/components/device/insecure-stop'
import { useAction } from '@/components/ui/use-action'
import { useFailure } from '@/components/device/use-failure'
import { PhraseChooser } from './phrase-choice'
import type { SignUpSteps } from './sign-up-steps'
import { usePhraseChoice } from './use-phrase-choice'
import { EmailField } from './email-field'

export type SignUpFormProps = Readonly<{
  /** From `useSignUpSteps`, so that the page's own Back goes from the second step to the first. */
  steps: SignUpSteps
  /** The account is made, signed in and its journal open. */
  onDone: (vault: Vault) => void
  /** Called when the form is sent: an invite to accept in the same transaction. */
  acceptance?: (() => InviteToJoin | undefined) | undefined
  /** More names and emails that somebody would guess with: the inviter's. */
  known?: readonly string[] | undefined
  /** The last button's label, "Start writing" by default. */
  submit?: string | undefined
  /** The way to sign in for people with an account, by default a link to that page. */
  signIn?: ReactNode
}>

// A sign-up with an invite is refused with `not-found` when the invite is gone.
const failureOf = failuresBy(null, { 'not-found': 'inviteGone' })

type SignUpFaults = Partial<Record<'name' | 'email' | 'phrase' | 'who', string>>

/** Two steps: name and email, then the phrase and who else uses this device. What was typed stays after a failure. */
export function SignUpForm({ steps, onDone, acceptance, known = [], submit, signIn }: SignUpFormProps) {
  const t = useTranslations(accountsMessages)
  const device = useTranslations(deviceMessages)
  const common = useTranslations(failureMessages)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [onlyMe, setOnlyMe] = useState<boolean | null>(null)
  const [wrong, setWrong] = useState<SignUpFaults>({})
  const [attempt, setAttempt] = useState(0)
  const choice = usePhraseChoice([name, email, ...known])
  const attempting = useRef<ReturnType<typeof makeSignUp> | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const insecure = useInsecure()
  const { step } = steps

  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])

  const showFaults = (next: SignUpFaults) => {
    setWrong(next)
    setAttempt((n) => n + 1)
    return Object.keys(next).length === 0
  }
  /** What is changed is not wrong any more, until it is sent again. */
  const mend =
    <T,>(field: keyof SignUpFaults, set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setWrong(({ [field]: _, ...rest }) => rest)
    }
  const checkWho = () =>
    showFaults({
      ...(!contract.name.safeParse(name).success && { name: t('nameMissing') }),
      ...(!contract.email.safeParse(email.trim()).success && { email: t('emailWrong') }),
    })
  const checkPhrase = () => {
    const { strength, phrase } = choice
    const weak = choice.kind === 'own' && strength !== null && strength.is !== 'strong'
    const short = choice.kind === 'own' && (phrase ?? '').trim().length < 14
    return showFaults({
      ...(short ? { phrase: common('phraseShort') } : weak && { phrase: t('strength.refused') }),
      ...(onlyMe === null && { who: t('whoMissing') }),
    })
  }
  const inWords = useFailure(failureOf)
  const { run, busy, failure, clear } = useAction(
    async (phrase: string, only: boolean) => {
      attempting.current ??= makeSignUp(browserDevice())
      const person = { name: name.trim(), email: email.trim(), phrase, onlyMe: only }
      onDone(await attempting.current({ ...person, acceptance: acceptance?.() }))
    },
    (error) => {
      const code = codeOf(error)
      if (code === 'email-taken') steps.back()
      return { code, text: inWords(error) }
    },
    { leaves: true },
  )
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    clear()
    if (step === 1) {
      // Enter in the name goes on to the email: a phone's keyboard has no other way there
      if (name.trim() !== '' && email === '' && document.activeElement?.id === 'name')
        return void document.getElementById('email')?.focus()
      if (checkWho()) steps.next()
      return
    }
    if (checkPhrase() && choice.phrase !== null && onlyMe !== null) run(choice.phrase, onlyMe)
  }

  if (insecure) return <InsecureStop />
  const fields = Object.entries({
    name: wrong.name,
    email: wrong.email,
    'new-password': wrong.phrase,
    'device-use': wrong.who && t('whoMissingNamed'),
  }).flatMap(([id, text]) => (text ? [{ id, text }] : []))
  const title = failure?.text ?? (fields.length > 0 ? t('missing') : null)
  return (
    <form method="post" noValidate onSubmit={onSubmit}>
      <DeviceWatch />
      <Steps current={step} total={2} label={t('step', { step })} />
      <h1 ref={heading} tabIndex={-1} className="type-display">
        {t(step === 1 ? 'start.nameTitle' : 'start.phraseTitle')}
      </h1>
      <ErrorSummary className="mt-5" title={title} fields={fields} attempt={failure ?? attempt} />
      {/* as high as the second step, so that what is below it holds its place */}
      {step === 1 ? (
        <div className="mt-8 min-h-122 rail:mt-7 rail:min-h-104.25">
          <TextField
            id="name"
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            autoComplete="name"
            maxLength={80}
            autoFocus
            enterKeyHint="next"
            value={name}
            error={wrong.name}
            onChange={(event) => mend('name', setName)(event.target.value)}
          />
          <EmailField
            className="mt-5"
            hint={t('emailHint')}
            value={email}
            error={failure?.code === 'email-taken' ? t('emailOther') : wrong.email}
            onChange={mend('email', setEmail)}
          />
          <p className="mt-7 max-w-none border-t border-line pt-4 text-small text-ink-3">{t('start.nameNote')}</p>
          <p className="mt-2 text-small text-ink-3">
            {t('start.have')} {signIn ?? <TextLink href="/sign-in">{t('start.signIn')}</TextLink>}
          </p>
        </div>
      ) : (
        <div className="mt-7">
          <PhraseChooser choice={choice} email={email.trim()} error={wrong.phrase ?? null} />
          <DeviceUseField
            className="mt-7"
            onlyMe={onlyMe}
            onChange={mend('who', setOnlyMe)}
            error={wrong.who ?? null}
          />
          {busy ? <Progress className="mt-5" label={device('working')} /> : null}
        </div>
      )}
      <FlowFooter>
        <SubmitButton wide busy={busy} busyLabel={t('start.starting')} disabled={step === 2 && choice.phrase === null}>
          {step === 1 ? t('next') : (submit ?? t('start.start'))}
        </SubmitButton>
      </FlowFooter>
    </form>
  )
}
