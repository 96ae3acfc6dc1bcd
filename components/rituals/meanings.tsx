'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { EarlierRows } from '@/components/accounts/earlier-rows'
import { WhenOpen } from '@/components/accounts/when-open'
import { Who, type Slot } from '@/components/shell/partner-mark'
import { Skeleton } from '@/components/ui/waiting'
import { browserDevice } from '@/lib/accounts/browser-device'
import { openRitual, type OpenedMeaning } from '@/lib/rituals/device'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState } from '@/lib/vault/vault-error'
import { failureOf } from './failure'
import { SayMeaning } from './say-meaning'

/** A person whose words may stand here. */
export type Speaker = Readonly<{ id: string; slot: Slot; name: string; me: boolean }>

type MeaningsProps = Readonly<{
  ritual: Readonly<{ id: string; coupleId: string }>
  /** The two in the order of pairing; of a former couple, oneself alone. */
  speakers: readonly Speaker[]
  /** Whether one's own words can be added or changed here. */
  writable: boolean
  partnerName: string
}>

/** What the ritual means to each of the two, opened on this device; nothing is said of words that are not there. */
export const Meanings = (props: MeaningsProps) => <WhenOpen lines={4}>{(vault) => <Opened vault={vault} {...props} />}</WhenOpen>

type Found = Readonly<{ is: 'read'; meanings: readonly OpenedMeaning[] }> | Readonly<{ is: 'failed'; error: unknown }>

function Opened({ vault, ritual: { id, coupleId }, speakers, writable, partnerName }: MeaningsProps & { vault: Vault }) {
  const t = useTranslations('rituals')
  const [found, setFound] = useState<Found | null>(null)
  const [reading, setReading] = useState(0)
  useEffect(() => {
    let here = true
    openRitual(browserDevice(), vault, id, coupleId).then(
      ({ meanings }) => { if (here) setFound({ is: 'read', meanings }) },
      (error: unknown) => { if (here) setFound({ is: 'failed', error }) },
    )
    return () => { here = false }
  }, [vault, id, coupleId, reading])
  if (!found) return <Skeleton lines={4} className="mt-8" />
  const again = () => setReading((times) => times + 1)
  if (found.is === 'failed') {
    if (found.error instanceof EarlierState) return <div className="mt-8"><EarlierRows error={found.error} onAccepted={again} /></div>
    return <p className="mt-8 text-small text-ink-2">{t(`failure.${failureOf(found.error)}`, { name: partnerName })}</p>
  }
  const of = (speaker: Speaker) => found.meanings.find(({ personId }) => personId === speaker.id)
  const mine = speakers.find(({ me }) => me)
  const spoken = speakers.filter(of)
  if (spoken.length === 0 && !writable) return null
  return (
    <section aria-labelledby="means" className="mt-8">
      <h2 id="means" className="type-heading mb-3">{t('one.means')}</h2>
      <div className="grid gap-6">
        {spoken.map((speaker) => <Words key={speaker.id} speaker={speaker} meaning={of(speaker)} />)}
      </div>
      {writable && mine ? (
        <SayMeaning vault={vault} ritual={{ id, coupleId }} standing={of(mine) ?? null} partnerName={partnerName} onKept={again} />
      ) : null}
    </section>
  )
}

function Words({ speaker, meaning }: { speaker: Speaker; meaning: OpenedMeaning | undefined }) {
  const t = useTranslations('rituals.one')
  return (
    <figure>
      <figcaption className="mb-1 text-small text-ink-3">
        <Who slot={speaker.slot}>{speaker.me ? t('meansToYou') : t('meansTo', { name: speaker.name })}</Who>
      </figcaption>
      {meaning?.opened.is === 'text' ? (
        <blockquote className="type-letter-small whitespace-pre-wrap wrap-anywhere">{meaning.opened.text}</blockquote>
      ) : (
        <p className="text-small text-ink-2">{t('meansUnreadable')}</p>
      )}
    </figure>
  )
}
