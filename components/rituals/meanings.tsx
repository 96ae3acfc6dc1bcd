'use client'
import { EarlierRows } from '@/components/device/earlier-rows'
import { useFailure } from '@/components/device/use-failure'
import { WhenOpen } from '@/components/device/when-open'
import type { Slot } from '@/components/people/partner-mark'
import { SaidBy } from '@/components/people/said-by'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/device/browser-device'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { fetchRitual } from '@/lib/rituals/device'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import { SayMeaning } from './say-meaning'

/** A person whose words may stand here. */
export type Speaker = Readonly<{ id: string; slot: Slot; name: string; me: boolean }>

type MeaningsProps = Readonly<{
  ritual: Readonly<{ id: string; coupleId: string }>
  /** The two in the order of pairing; of a former couple, oneself alone. */
  speakers: readonly Speaker[]
  /** Whether one's own words can be added or changed here. */
  writable: boolean
  /** There are words to open, of either. */
  spoken: boolean
  partnerName: string
}>

/** What the ritual means to each of the two, opened on this device; nothing is said of words that are not there. */
export const Meanings = (props: MeaningsProps) => (
  <WhenOpen lines={linesOf(props)} className="mt-8">
    {(vault) => <Opened vault={vault} {...props} />}
  </WhenOpen>
)

/** A place is held where something comes; what one is asked for stands below it. */
const linesOf = ({ spoken, writable }: MeaningsProps): number => (spoken ? 4 : writable ? 3 : 0)

function Opened({ vault, ...props }: MeaningsProps & { vault: Vault }) {
  const {
    ritual: { id, coupleId },
    speakers,
    writable,
    partnerName,
  } = props
  const t = useTranslations(ritualsMessages)
  const inWords = useFailure()
  const { value, error, again } = useLoaded(
    `${coupleId} ${id}`,
    () => fetchRitual(browserDevice(), vault, id, coupleId),
    vault,
  )
  if (error instanceof EarlierState)
    return (
      <div className="mt-8">
        <EarlierRows error={error} onAccepted={again} />
      </div>
    )
  if (error) return <p className="mt-8 text-small text-ink-2">{inWords(error, partnerName)}</p>
  const lines = linesOf(props)
  if (!value) return lines > 0 ? <Skeleton lines={lines} className="mt-8" /> : null
  const of = (speaker: Speaker) => value.meanings.find(({ personId }) => personId === speaker.id)
  const mine = speakers.find(({ me }) => me)
  const said = speakers.filter(of)
  if (said.length === 0 && !writable) return null
  return (
    <section aria-labelledby="means" className="mt-8">
      <h2 id="means" className="type-heading mb-3">
        {t('one.means')}
      </h2>
      <div className="grid gap-6">
        {said.map((speaker) => (
          <SaidBy
            key={speaker.id}
            slot={speaker.slot}
            by={speaker.me ? t('one.meansToYou') : t('one.meansTo', { name: speaker.name })}
            opened={of(speaker)?.opened}
            unreadable={t('one.meansUnreadable')}
          />
        ))}
      </div>
      {writable && mine ? (
        <SayMeaning
          vault={vault}
          ritual={{ id, coupleId }}
          standing={of(mine) ?? null}
          partnerName={partnerName}
          onKept={again}
        />
      ) : null}
    </section>
  )
}
