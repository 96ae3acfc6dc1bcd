'use client'
import type { ReactNode } from 'react'
import { Chip, Chips, Fieldset } from '@/components/ui/choice'
import { Segmented } from '@/components/ui/segmented'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { Voice } from '@/lib/journal/page'
import { writtenAsI, type VoiceForm, type VoiceStep } from '@/lib/journal/voice'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { isDay } from '@/lib/time/day'
import { Belief } from './belief'
import { Written } from './written'

type VoiceFieldProps = Readonly<{
  step: VoiceStep
  voice: Voice
  /** What is still missing before the page can be finished. */
  missing: 'needed' | 'needVoice' | null
  onChange: (changed: Partial<Voice>) => void
  /** What the voice said is shown beside the field. */
  saidBeside: boolean
  /** Directly under the field: who reads it, and whether it is saved. */
  under: ReactNode
}>

/** What the voice said, for the step that answers it. Nothing on another step, or where nothing was written. */
export function VoiceSaid({ step, voice, className }: Pick<VoiceFieldProps, 'step' | 'voice'> & { className: string }) {
  const t = useTranslations(journalMessages, 'answerVoice')
  if (step !== 'answer' || voice.voice.trim() === '') return null
  return (
    <div className={className}>
      <p className="text-small text-ink-3">{t('answer.said')}</p>
      <Written voice small>
        {voice.voice}
      </Written>
    </div>
  )
}

/** What the step is about, and the field for it. */
export function VoiceField({ step, voice, missing, onChange, saidBeside, under }: VoiceFieldProps) {
  const t = useTranslations(journalMessages, 'answerVoice')
  const nudge = step === 'voice' && writtenAsI(voice.voice)
  return (
    <>
      {saidBeside ? null : <VoiceSaid step={step} voice={voice} className="mt-5 voice-edge" />}
      {step === 'voice' ? <p className="mt-2 text-ink-2">{t('lead')}</p> : null}
      <TextArea
        key={step}
        id={`voice-${step}`}
        className="mt-5 [&_textarea]:min-h-40"
        label={t(`${step}.label`)}
        hint={t(`${step}.hint`)}
        {...(missing === 'needed' && step === 'answer' && { error: t('answer.needed') })}
        {...(missing === 'needVoice' && { error: t('answer.needVoice') })}
        {...(step === 'voice' && { placeholder: t('voice.placeholder') })}
        rows={6}
        maxLength={100_000}
        value={voice[step]}
        onChange={(event) => onChange({ [step]: event.target.value })}
      />
      {under}
      <p role="status" className={nudge ? 'mt-3 border-y border-line py-3 text-small text-ink-2' : 'sr-only'}>
        {nudge ? t('voice.nudge') : ''}
      </p>
    </>
  )
}

type VoiceRestProps = Readonly<{
  step: VoiceStep
  form: VoiceForm
  voice: Voice
  last: boolean
  onChange: (changed: Partial<Voice>) => void
  onForm: (form: VoiceForm) => void
}>

/** What the step asks besides its field: under it, or beside it on a wide window. */
export function VoiceRest({ step, form, voice, last, onChange, onForm }: VoiceRestProps) {
  const t = useTranslations(journalMessages, 'answerVoice')
  return (
    <>
      {step === 'voice' ? (
        <>
          <div>
            <Segmented
              label={t('form')}
              name="form"
              value={form}
              onChange={onForm}
              className="max-w-72"
              options={(['whole', 'short'] as const).map((value) => ({ value, label: t(value) }))}
            />
            <p className="mt-1.5 text-smallest text-ink-3">{t('formHint')}</p>
          </div>
          <Fieldset legend={t('voice.about')}>
            <Chips>
              <Chip type="radio" name="about" checked={voice.about === 'me'} onChange={() => onChange({ about: 'me' })}>
                {t('voice.aboutMe')}
              </Chip>
              <Chip
                type="radio"
                name="about"
                checked={voice.about === 'partner'}
                onChange={() => onChange({ about: 'partner' })}
              >
                {t('voice.aboutPartner')}
              </Chip>
            </Chips>
          </Fieldset>
          <Belief label={t('belief.before')} value={voice.before} onChange={(before) => onChange({ before })} />
        </>
      ) : null}
      {step === 'step' ? (
        <TextField
          className="[&_input]:max-w-64"
          type="date"
          label={t('step.day')}
          hint={t('step.dayHint')}
          value={voice.stepDay ?? ''}
          onChange={(event) => onChange({ stepDay: isDay(event.target.value) ? event.target.value : null })}
        />
      ) : null}
      {last ? <Belief label={t('belief.after')} value={voice.after} onChange={(after) => onChange({ after })} /> : null}
    </>
  )
}
