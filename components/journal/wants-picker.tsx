'use client'
import { Chip, Chips, Fieldset } from '@/components/ui/choice'
import { WANTS, type Wants } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { wantsMessages } from '@/lib/messages/rooms/wants'
import { useTranslations } from '@/lib/messages/use-translations'

type WantsPickerProps = Readonly<{
  value: Wants | null
  onChange: (wants: Wants) => void
  name: string
  error?: string | undefined
}>

/** What the writer wants from the partner, who sees it before the text. */
export function WantsPicker({ value, onChange, name, error }: WantsPickerProps) {
  const t = useTranslations(journalMessages, 'share')
  const tWants = useTranslations(wantsMessages)
  return (
    <Fieldset id="wants" legend={t('wantQuestion', { name })} error={error}>
      <Chips>
        {WANTS.map((wants) => (
          <Chip key={wants} type="radio" name="wants" checked={value === wants} onChange={() => onChange(wants)}>
            {tWants(wants)}
          </Chip>
        ))}
      </Chips>
    </Fieldset>
  )
}
