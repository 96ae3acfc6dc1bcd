'use client'
import { TextArea } from '@/components/ui/text-area'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'

type MeaningFieldProps = Readonly<{
  id: string
  hint: string
  value: string
  onChange: (text: string) => void
  autoFocus?: boolean
  rows?: number
  /** The id of its form, where it is not inside it. */
  form?: string
}>

/** The field for what a ritual means to the viewer. `hint` says who will read it. */
export function MeaningField({ id, hint, value, onChange, autoFocus = false, rows = 3, form }: MeaningFieldProps) {
  const t = useTranslations(ritualsMessages, 'one')
  return (
    <TextArea
      id={id}
      label={t('meansLabel')}
      hint={hint}
      rows={rows}
      maxLength={20_000}
      value={value}
      autoFocus={autoFocus}
      form={form}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
