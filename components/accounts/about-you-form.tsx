'use client'
import { useRouter } from 'next/navigation'
import { useState, type SubmitEvent } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { useHydrated } from '@/components/ui/hydrated'
import { SubmitButton } from '@/components/ui/submit-button'
import { SelectField, TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import { useUnsent } from '@/components/ui/use-unsent'
import { useFailure } from '@/components/device/use-failure'
import { browserDevice } from '@/lib/device/browser-device'
import * as contract from '@/lib/accounts/contract'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { parseZone } from '@/lib/time/zone'

type AboutYouFormProps = Readonly<{ name: string; zone: string }>

/** Every zone that this browser knows, and the saved one, which may be an alias that the list leaves out. */
const zonesWith = (zone: string) => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', zone])].sort()

/** The viewer's name and time zone, which their partner sees. */
export function AboutYouForm({ name: savedName, zone: savedZone }: AboutYouFormProps) {
  const t = useTranslations(accountsMessages)
  const router = useRouter()
  const unsent = useUnsent('about you', { name: savedName, zone: savedZone })
  const { name, zone } = unsent.fields
  const [wrong, setWrong] = useState<string | null>(null)
  // Engines know different zones, so the long list is the browser's own and comes once React has taken over.
  const zones = useHydrated() ? zonesWith(savedZone) : [savedZone]
  const changed = name.trim() !== savedName || zone !== savedZone

  const inWords = useFailure()
  const { run, busy, failure } = useAction(async () => {
    await browserDevice().call(contract.changeMe, { name: name.trim(), zone: parseZone(zone) })
    unsent.sent()
    showToast({ text: t('settings.saved') })
    router.refresh()
  }, inWords)
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const nameless = !contract.name.safeParse(name).success
    setWrong(nameless ? t('nameMissing') : null)
    if (!nameless) run()
  }
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="max-w-120">
      <ErrorSummary className="mb-4" title={failure} />
      {unsent.notice}
      <TextField
        id="name"
        name="name"
        label={t('name')}
        autoComplete="name"
        maxLength={80}
        value={name}
        error={wrong}
        onChange={(event) => unsent.change({ name: event.target.value })}
      />
      <SelectField
        className="mt-5"
        id="zone"
        name="zone"
        label={t('settings.zone')}
        hint={t('settings.zoneHint')}
        value={zone}
        onChange={(event) => unsent.change({ zone: event.target.value })}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <SubmitButton variant="outline" size="small" className="mt-5" busy={busy} disabled={!changed}>
        {t('settings.save')}
      </SubmitButton>
    </form>
  )
}
