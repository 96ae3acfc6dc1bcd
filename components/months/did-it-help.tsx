'use client'
import { useId, useState, type SubmitEvent } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { Written } from '@/components/journal/written'
import { MarkedName } from '@/components/people/partner-mark'
import { Button } from '@/components/ui/button'
import { Chip, Chips, Fieldset } from '@/components/ui/choice'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import type { HelpAnswer } from '@/lib/months/contract'
import { sendHelpAnswer, type OpenedMonth } from '@/lib/months/device'
import type { Month } from '@/lib/time/day'
import { failureOf, isStale } from './failure'
import { WithMonth } from './opened-month'
import { StepAction, useWayOn } from './step-footer'

const ANSWERS: readonly HelpAnswer[] = ['helped', 'aLittle', 'notReally', 'notDone']

type HelpAnswersProps = Readonly<{ both: readonly [Partner, Partner]; me: string }>

/** The small change of the month before, and whether it helped: answered blind, shown once both have answered. */
export const HelpAnswers = ({ both, me }: HelpAnswersProps) => (
  <WithMonth lines={7} quiet>
    {({ opened, again }) =>
      opened.before ? <HelpQuestion before={opened.before} both={both} me={me} again={again} /> : null
    }
  </WithMonth>
)

/** As `HelpAnswers`, as a panel of the whole month's page. `before` is the name of the month with the small change. */
export function DidItHelp({ before, both, me }: HelpAnswersProps & { before: string }) {
  const t = useTranslations(monthsMessages, 'help')
  return (
    <Panel aria-labelledby="help" className="min-w-0 wide:col-start-1">
      <h2 id="help" className="type-heading">
        {t('title')}
      </h2>
      <p className="mt-1 text-small text-ink-3">{t('about', { month: before })}</p>
      <HelpAnswers both={both} me={me} />
    </Panel>
  )
}

type HelpQuestionProps = Readonly<{
  before: NonNullable<OpenedMonth['before']>
  both: readonly [Partner, Partner]
  me: string
  again: () => void
}>

function HelpQuestion({ before: { month, closing, mine, partner }, both, me, again }: HelpQuestionProps) {
  const t = useTranslations(monthsMessages)
  const [changing, setChanging] = useState(false)
  const answerOf = (person: Partner) => (person.id === me ? mine : partner)
  return (
    <>
      <div className="mt-2.5">
        {closing.change?.is === 'text' ? (
          <Written small>{closing.change.text}</Written>
        ) : (
          <p className="text-small text-ink-2">{t('close.unread')}</p>
        )}
      </div>
      {mine && partner ? (
        <dl className="mt-4 divide-y divide-line border-t border-line *:last:pb-0">
          {both.map((person) => {
            const answer = answerOf(person)
            return (
              <div key={person.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
                <dt className="text-small text-ink-2">
                  <MarkedName slot={person.slot}>{person.name}</MarkedName>
                </dt>
                <dd className="font-bold">{answer ? t(`help.answer.${answer}`) : null}</dd>
              </div>
            )
          })}
        </dl>
      ) : mine && !changing ? (
        <>
          <p className="mt-4 font-bold">{t(`help.answer.${mine}`)}</p>
          <p className="mt-1 text-small text-ink-3">{t('help.kept')}</p>
          <Button size="small" className="mt-3.5" onClick={() => setChanging(true)}>
            {t('help.change')}
          </Button>
        </>
      ) : (
        <HelpForm
          month={month}
          mine={mine}
          onDone={() => {
            setChanging(false)
            again()
          }}
        />
      )}
    </>
  )
}

function HelpForm({ month, mine, onDone }: { month: Month; mine: HelpAnswer | null; onDone: () => void }) {
  const t = useTranslations(monthsMessages)
  const formId = useId()
  const [answer, setAnswer] = useState(mine)
  const [missing, setMissing] = useState(false)
  const goOn = useWayOn()
  const inWords = useFailure(failureOf)
  const { run, busy, failure } = useAction(
    async (helped: HelpAnswer) => {
      await sendHelpAnswer(browserDevice(), month, helped)
      ;(goOn ?? onDone)()
    },
    (error) => {
      if (isStale(error)) onDone()
      return inWords(error)
    },
    { leaves: true },
  )
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(answer === null)
    if (answer !== null) run(answer)
    else event.currentTarget.querySelector('input')?.focus()
  }
  const wrong = missing ? t('help.missing') : failure
  return (
    <form id={formId} method="post" onSubmit={submit} className="mt-4">
      <Fieldset legend={t('help.legend')} hideLegend>
        <Chips>
          {ANSWERS.map((each) => (
            <Chip
              key={each}
              type="radio"
              name="helped"
              value={each}
              checked={answer === each}
              onChange={() => setAnswer(each)}
            >
              {t(`help.answer.${each}`)}
            </Chip>
          ))}
        </Chips>
      </Fieldset>
      {wrong ? (
        <p role="alert" className="mt-3 text-small text-ink-2">
          {wrong}
        </p>
      ) : null}
      <p className="mt-3 text-small text-ink-3">{t('help.blind')}</p>
      <StepAction className="mt-4">
        <SubmitButton form={formId} busy={busy} busyLabel={t('help.saving')}>
          {t(goOn ? 'help.saveOn' : 'help.save')}
        </SubmitButton>
      </StepAction>
    </form>
  )
}
