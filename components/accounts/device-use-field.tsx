'use client'
import { Fieldset, RadioRow } from '@/components/ui/choice'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

type DeviceUseFieldProps = Readonly<{
  /** Null: not chosen yet. There is no default. */
  onlyMe: boolean | null
  onChange: (onlyMe: boolean) => void
  error?: string | null
  legend?: string
  hideLegend?: boolean
  className?: string
}>

/** Asks who else uses this device. */
export function DeviceUseField({ onlyMe, onChange, error, legend, hideLegend, className }: DeviceUseFieldProps) {
  const t = useTranslations(accountsMessages)
  return (
    <Fieldset id="device-use" legend={legend ?? t('who')} hideLegend={hideLegend} error={error} className={className}>
      <RadioRow
        name="device-use"
        value="only-me"
        label={t('onlyMe')}
        hint={t('onlyMeHint')}
        checked={onlyMe === true}
        onChange={() => onChange(true)}
      />
      <RadioRow
        name="device-use"
        value="others-too"
        label={t('othersToo')}
        hint={t('othersTooHint')}
        checked={onlyMe === false}
        onChange={() => onChange(false)}
      />
    </Fieldset>
  )
}
