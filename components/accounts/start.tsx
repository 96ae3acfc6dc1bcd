'use client'
import { ExamplePages } from '@/components/people/example-pages'
import { Beside } from '@/components/shell/beside'
import { FlowFrame } from '@/components/shell/flow-frame'
import { Icon } from '@/components/ui/icon'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { SignUpForm } from './sign-up-form'
import { useSignUpSteps, type SignUpSteps } from './sign-up-steps'
import { NativeButton } from '@/components/ui/native-button'

/** A button from the second step of signing up to the first. */
export function StepBack({ steps }: { steps: SignUpSteps }) {
  const t = useTranslations(accountsMessages)
  return (
    <NativeButton
      className="reach -ms-1.5 gap-1 pe-2 text-small font-strong text-ink-2 hover:text-ink"
      onClick={steps.back}
    >
      <Icon icon="chevron-left" size={20} />
      {t('back')}
    </NativeButton>
  )
}

/** Signing up, which ends at the first entry. */
export function Start() {
  const locale = useLocale()
  const t = useTranslations(accountsMessages)
  const steps = useSignUpSteps()
  const leaveFor = useLeaveFor()
  return (
    <FlowFrame
      locale={locale}
      width="sides"
      {...(steps.step === 1 ? { back: { href: '/', label: t('back') } } : { start: <StepBack steps={steps} /> })}
    >
      <Beside picture={<ExamplePages locale={locale} />}>
        <SignUpForm steps={steps} onDone={() => leaveFor('/write')} />
      </Beside>
    </FlowFrame>
  )
}
