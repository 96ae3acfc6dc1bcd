'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/links'
import { FlowFooter, Steps } from '@/components/ui/steps'
import type { Beginning } from '@/lib/journal/beginning'
import { emptyVoice, type Voice } from '@/lib/journal/page'
import {
  isAnswered,
  isFinished,
  stepAfter,
  stepBefore,
  stepsOf,
  type VoiceForm,
  type VoiceStep,
} from '@/lib/journal/voice'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import type { Vault } from '@/lib/vault/vault'
import { LateAfterDone } from './late-after-done'
import { PageDay } from './page-day'
import { PrivateSaving } from './private-saving'
import type { TwoPeople } from '@/components/people/two-people'
import { useFinishing } from './use-finishing'
import { usePageDraft } from './use-page-draft'
import { useRail } from './use-rail'
import { useVoiceState } from './voice-back'
import { VoiceField, VoiceRest, VoiceSaid } from './voice-step-fields'

const ignore = () => undefined

type VoiceFlowProps = Readonly<{
  vault: Vault
  people: TwoPeople
  beginning: Beginning
  /** On a wide window there is room beside the field for what else a step asks. */
  isWide?: boolean
}>

const columns = 'rail:grid rail:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] rail:items-start rail:gap-x-16'

/**
 * Answering the inner voice, step by step. Each step can be left; the page can be finished once the voice is answered.
 */
export function VoiceFlow({ vault, people, beginning, isWide = false }: VoiceFlowProps) {
  const t = useTranslations(journalMessages, 'answerVoice')
  const write = useTranslations(journalMessages, 'write')
  const draft = usePageDraft(vault, beginning)
  const { body, saving } = draft
  const { finish, finishing, finished, failure } = useFinishing(vault, beginning.id, draft)
  const change = finishing ? ignore : draft.change // the page is what it was when Done was tapped
  useVoiceState(finished ? 'done' : saving.is === 'failed' ? 'unsaved' : 'writing')
  const [missing, setMissing] = useState<'needed' | 'needVoice' | null>(null)
  const hasColumns = useRail() && isWide
  const form: VoiceForm = body.form ?? 'whole'
  const step: VoiceStep = body.place ?? 'voice'
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) heading.current?.focus()
    if (moved.current) window.scrollTo(0, 0)
    moved.current = true
  }, [step])
  if (finished)
    return (
      <div className="mx-auto max-w-150">
        <LateAfterDone vault={vault} people={people} finished={finished} edited={body.base > 0} />
      </div>
    )

  const voice: Voice = body.writing.kind === 'voice' ? body.writing : emptyVoice
  const steps = stepsOf(form)
  const index = steps.indexOf(step) + 1
  const next = stepAfter(step, form)
  const back = stepBefore(step, form)
  const changeVoice = (changed: Partial<Voice>) => {
    setMissing(null)
    change({ writing: { ...voice, ...changed } })
  }
  const go = (place: VoiceStep) => change({ place })
  const finishOrExplain = () => {
    if (isFinished(voice)) return void finish()
    setMissing(voice.voice.trim() === '' ? 'needVoice' : 'needed')
    if (isAnswered(voice)) go('voice')
    else if (voice.voice.trim() !== '') go('answer')
  }
  return (
    <form
      className={isWide ? columns : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        if (next) go(next)
        else finishOrExplain()
      }}
    >
      <div className={classes('min-w-0', isWide && 'rail:col-start-1 rail:row-start-1 rail:pb-26')}>
        <Steps current={index} total={steps.length} label={t('at', { step: index, steps: steps.length })} />
        <h1 ref={heading} tabIndex={-1} className="type-title">
          {t(`${step}.title`)}
        </h1>
        <VoiceField
          step={step}
          voice={voice}
          missing={missing}
          onChange={changeVoice}
          saidBeside={hasColumns}
          under={
            failure ? (
              <p role="alert" className="mt-2 text-small text-danger-text">
                {failure}
              </p>
            ) : null
          }
        />
      </div>
      <div className={classes('mt-5 space-y-6', isWide && 'rail:col-start-2 rail:row-start-1 rail:mt-12')}>
        {hasColumns ? (
          <VoiceSaid step={step} voice={voice} className="rounded-panel border border-line bg-surface px-6 py-5" />
        ) : null}
        <VoiceRest
          step={step}
          form={form}
          voice={voice}
          last={next === null}
          onChange={changeVoice}
          onForm={(chosen) => change({ form: chosen })}
        />
        {back ? null : (
          <PageDay day={body.day} locale={people.locale} onChange={(day) => change({ day, dayChosen: true })} />
        )}
        <p className="flex items-center gap-2 text-ink-2">
          <Icon icon="life-buoy" size={16} />
          <TextLink alone href="/support">
            {t('turn')}
          </TextLink>
        </p>
      </div>
      <FlowFooter
        className={isWide ? 'rail:col-start-1 rail:row-start-1 rail:self-end' : undefined}
        state={<PrivateSaving draft={draft} />}
        back={
          back ? (
            <Button variant="quiet" onClick={() => go(back)}>
              {t('back')}
            </Button>
          ) : undefined
        }
      >
        <Button type="submit" variant="primary" busy={finishing} busyLabel={write('finishing')}>
          {next ? t(`next.${next}`) : t('done')}
        </Button>
      </FlowFooter>
    </form>
  )
}
