'use client'
import { CheckboxRow, Fieldset, RadioRow } from '@/components/ui/choice'
import { PARTS, type Part, type SharedWords } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

type HowMuchProps = Readonly<{
  /** The text of every part of the page that is not empty. */
  words: SharedWords
  offered: readonly Part[]
  chosen: readonly Part[]
  choosing: boolean
  onChoosing: (choosing: boolean) => void
  onChosen: (parts: Part[]) => void
  error?: string | undefined
}>

/**
 * Which parts of a page about the inner voice are shared: the answer and the action, or parts that the writer ticks one
 * by one.
 */
export function PartsPicker({ words, offered, chosen, choosing, onChoosing, onChosen, error }: HowMuchProps) {
  const t = useTranslations(journalMessages)
  const parts = PARTS.filter((part) => words[part] !== undefined)
  const toggle = (part: Part, on: boolean) =>
    onChosen(parts.filter((each) => (each === part ? on : chosen.includes(each))))
  return (
    <>
      <Fieldset id="parts" legend={t('share.howMuch')} error={choosing ? undefined : error}>
        <RadioRow
          name="how-much"
          checked={!choosing}
          onChange={() => {
            onChoosing(false)
            onChosen([...offered])
          }}
          label={offered.includes('step') ? t('share.answerAndStep') : t('share.answerAlone')}
          hint={t('share.answerHint')}
        />
        <RadioRow
          name="how-much"
          checked={choosing}
          onChange={() => onChoosing(true)}
          label={t('share.chosen')}
          hint={t('share.chosenHint')}
        />
      </Fieldset>
      {choosing ? (
        <Fieldset legend={t('share.parts')} className="mt-6" error={error}>
          {parts.map((part) => (
            <CheckboxRow
              key={part}
              checked={chosen.includes(part)}
              onChange={(event) => toggle(part, event.target.checked)}
              label={t(`part.${part}`)}
            />
          ))}
        </Fieldset>
      ) : null}
    </>
  )
}
