'use client'
import { useToday } from '@/components/people/use-today'
import { TextLink } from '@/components/ui/links'
import { Section } from '@/components/ui/page-heading'
import { useLoaded } from '@/components/ui/use-loaded'
import type { Partner } from '@/lib/couples/people'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { rememberedMessages } from '@/lib/messages/rooms/remembered'
import { useTranslations } from '@/lib/messages/use-translations'
import { fetchLines } from '@/lib/plans/line'
import { linesShown } from '@/lib/plans/lines-shown'
import { formatDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { LineQuotes } from './line-quotes'

type LastTimeProps = Readonly<{
  vault: Vault
  ritual: Readonly<{ id: string; coupleId: string }>
  /** Both people in the order of pairing; for a former couple, only the viewer. */
  people: readonly Partner[]
  /** Whether the couple is a former one. */
  former: boolean
  locale: string
}>

/** As many dates as are looked through for a line that is not empty: two lines each. */
const LINES_READ = 20

/** The lines of the last time that somebody remembered a ritual by, opened with the vault. */
export function OpenedLastTime({ vault, ritual: { id, coupleId }, people, former, locale }: LastTimeProps) {
  const t = useTranslations(rememberedMessages)
  const today = useToday()
  const { value, error } = useLoaded(
    `${coupleId} ${id}`,
    async () => (await fetchLines(browserDevice(), vault, { coupleId, ritualId: id, limit: LINES_READ })).rows,
    vault,
  )
  if (!value) return error ? null : <Skeleton lines={5} className="mt-8" />
  const shown = linesShown(value)
  const [last] = shown
  if (!last) return null
  const address = `/plans/${last.planId}`
  return (
    <Section id="last-time" title={t('lastTime')}>
      <p className="-mt-2 mb-2 text-small">
        <TextLink alone href={former ? `${address}?coupleId=${coupleId}` : address}>
          {formatDay(last.plannedOn, locale, today)}
        </TextLink>
      </p>
      <LineQuotes
        className="grid gap-2"
        lines={shown.filter(({ planId }) => planId === last.planId)}
        writers={people.map(({ id: personId, slot, name }) => ({ id: personId, slot: former ? null : slot, name }))}
      />
    </Section>
  )
}
