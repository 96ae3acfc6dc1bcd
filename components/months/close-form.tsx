'use client'
import { useId, type SubmitEvent } from 'react'
import { hueOf } from '@/components/intimacy/hue'
import { TypeIcon } from '@/components/intimacy/type-mark'
import { sendDraft } from '@/components/device/send-draft'
import { useFailure } from '@/components/device/use-failure'
import { useFormDraft } from '@/components/device/use-form-draft'
import { SavingLine } from '@/components/device/saving-line'
import { BothMarks } from '@/components/people/partner-mark'
import { Chip, Chips, Fieldset } from '@/components/ui/choice'
import { classes } from '@/components/ui/classes'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/text-area'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import { INTIMACY_TYPES, isIntimacyType, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { useTranslations } from '@/lib/messages/use-translations'
import { proposeVersion, type OpenedClosing } from '@/lib/months/device'
import type { MonthKey } from '@/lib/months/facts'
import type { MonthNames } from '@/lib/months/in-words'
import type { Vault } from '@/lib/vault/vault'
import { failureOf, isStale } from './failure'
import { MonthFormButtons } from './month-form-buttons'
import { useIsStep } from './step-footer'

type CloseFormProps = Readonly<{
  monthKey: MonthKey
  vault: Vault
  names: MonthNames
  /** The newest version, which the form starts from; null without one. */
  current: OpenedClosing | null
  partnerName: string
  /** Another question on the page comes first, so the button is not the primary one. */
  quiet: boolean
  /** `changed`: the saved version is no longer the one this form started from. */
  onDone: (changed: boolean) => void
}>

/** Proposes a version of closing a month: at most one type to focus on, and at most one small change. */
export function CloseForm({ monthKey, vault, names, current, partnerName, quiet, onDone }: CloseFormProps) {
  const t = useTranslations(monthsMessages)
  const intimacy = useTranslations(intimacyMessages)
  const begin = { focus: current?.focus ?? '', change: current?.change?.is === 'text' ? current.change.text : '' }
  const draft = useFormDraft(
    vault,
    { key: `${monthKey.coupleId}/${monthKey.month}/close`, page: `/months/${monthKey.month}` },
    begin,
  )
  const focus: IntimacyType | null = isIntimacyType(draft.fields.focus) ? draft.fields.focus : null
  const inWords = useFailure(failureOf)
  const { run, busy, failure } = useAction(
    async () => {
      const version = { focus, change: draft.fields.change, after: current }
      await sendDraft(draft, () => proposeVersion(browserDevice(), vault, monthKey, version))
      showToast({ text: t('close.proposed') })
      onDone(false)
    },
    (error) => {
      if (!isStale(error)) return inWords(error, partnerName)
      onDone(true)
      return null
    },
    { leaves: true },
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    run()
  }
  const formId = useId()
  return (
    <form id={formId} method="post" onSubmit={submit}>
      <ErrorSummary title={failure} className="mb-4" />
      <Fieldset legend={t('close.focus', { next: names.next })}>
        <Chips>
          {INTIMACY_TYPES.map((type) => (
            <Chip
              key={type}
              type="radio"
              name="focus"
              value={type}
              checked={focus === type}
              onChange={() => draft.change('focus', type)}
              icon={<TypeIcon type={type} />}
              className={classes(
                hueOf[type],
                'text-hue-text has-checked:border-hue-text has-checked:bg-hue-tint has-checked:text-hue-text has-checked:inset-ring-hue-text',
              )}
            >
              {intimacy(type)}
            </Chip>
          ))}
          <Chip type="radio" name="focus" value="" checked={focus === null} onChange={() => draft.change('focus', '')}>
            {t('close.noFocus')}
          </Chip>
        </Chips>
        <p className="mt-2.5 min-h-5 text-small text-ink-3">
          {focus ? intimacy('line', { type: intimacy(focus), meaning: intimacy(`meaning.${focus}`) }) : null}
        </p>
      </Fieldset>
      <TextArea
        id="change"
        className="mt-5"
        label={t('close.change')}
        hint={t('close.changeHint')}
        rows={2}
        maxLength={20_000}
        value={draft.fields.change}
        onChange={(event) => draft.change('change', event.target.value)}
      />
      <p className={classes('mt-2 flex items-center gap-2 text-small text-ink-3', useIsStep() && 'wide:hidden')}>
        <BothMarks size={9} />
        {t('close.rule')}
      </p>
      <SavingLine draft={draft} className="mt-2" />
      <MonthFormButtons
        form={formId}
        words={{ submit: t('close.propose'), busy: t('close.proposing'), leave: t('close.leave') }}
        quiet={quiet}
        busy={busy}
        {...(current
          ? {
              changes: {
                isChanged: draft.fields.focus !== begin.focus || draft.fields.change !== begin.change,
                drop: draft.done,
              },
            }
          : {})}
      />
    </form>
  )
}
