'use client'
import { useHydrated } from '@/components/ui/hydrated'
import { SelectField } from '@/components/ui/text-field'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { cityOf } from '@/lib/time/city'
import { isZone, sameZone, type Zone } from '@/lib/time/zone'
import type { ZonedPeople } from '@/components/people/two-times'

type ZoneFieldProps = ZonedPeople & Readonly<{ zone: Zone; onChange: (zone: Zone) => void }>

/** Whose clock a ritual goes by: the viewer's, the partner's, or that of any other place. */
export function ZoneField({ zone, onChange, me, partner }: ZoneFieldProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  const isOneZone = !partner || sameZone(me.zone, partner.zone)
  const named = isOneZone ? [me.zone] : [me.zone, partner.zone]
  // Browsers know different zones, so the long list is the browser's own and comes after hydration. The chosen zone is
  // always in it, as it may have a name that this browser does not list.
  const known = useHydrated() ? Intl.supportedValuesOf('timeZone') : []
  const others = [...new Set([...known, zone])].filter((name) => !named.some((other) => other === name)).sort()
  const choose = (name: string) => {
    if (isZone(name)) onChange(name)
  }
  return (
    <SelectField
      id="zone"
      label={t('clock')}
      hint={t('clockHint')}
      value={zone}
      onChange={(event) => choose(event.target.value)}
    >
      <option value={me.zone}>{t(isOneZone && partner ? 'clockBoth' : 'clockMine', { city: cityOf(me.zone) })}</option>
      {partner && !isOneZone ? (
        <option value={partner.zone}>{t('clockPartner', { city: cityOf(partner.zone), name: partner.name })}</option>
      ) : null}
      {others.length > 0 ? (
        <optgroup label={t('clockOther')}>
          {others.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </optgroup>
      ) : null}
    </SelectField>
  )
}
