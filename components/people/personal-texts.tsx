'use client'
import type { ReactNode } from 'react'
import { LoadFailure } from '@/components/device/load-failure'
import { WhenOpen } from '@/components/device/when-open'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import type { PersonalText } from '@/lib/device/personal-text'
import type { Vault } from '@/lib/vault/vault'
import { MarkedName, type Slot } from './partner-mark'

/** A person who may have written a text, and its caption. */
type TextWriter = Readonly<{ id: string; slot: Slot; caption: string }>

/** The loaded texts: `list` renders them and is null if there are none; `mine` is the viewer's own. */
export type LoadedTexts = Readonly<{ vault: Vault; list: ReactNode; mine: PersonalText | null; reload: () => void }>

type PersonalTextsProps = Readonly<{
  /** Identifies what the texts are about: they are loaded again when it changes. */
  subject: string
  load: (vault: Vault) => Promise<readonly PersonalText[]>
  /** In the order of their texts on screen. */
  writers: readonly TextWriter[]
  viewerId: string
  partnerName: string
  /** Shown in place of a text that this device can't open. */
  unreadable: string
  /** How many lines hold the place while the texts load; 0 for none. */
  lines: number
  /** Whether the phrase is asked for here first. */
  asks?: 'first'
  className?: string
  children: (texts: LoadedTexts) => ReactNode
}>

/** Shows the texts that both people wrote about the same thing, opened on this device. Empty texts are left out. */
export const PersonalTexts = (props: PersonalTextsProps) => (
  <WhenOpen lines={props.lines} className={props.className} asks={props.asks}>
    {(vault) => <OpenTexts vault={vault} {...props} />}
  </WhenOpen>
)

function OpenTexts({
  vault,
  subject,
  load,
  writers,
  viewerId,
  partnerName,
  unreadable,
  lines,
  className,
  children,
}: PersonalTextsProps & Readonly<{ vault: Vault }>) {
  const { value: texts, error, again } = useLoaded(subject, () => load(vault), vault)
  if (error)
    return (
      <div className={className}>
        <LoadFailure error={error} name={partnerName} onAgain={again} />
      </div>
    )
  if (!texts) return lines > 0 ? <Skeleton lines={lines} className={className} /> : null
  const written = writers.flatMap((writer) => {
    const text = texts.find(({ personId }) => personId === writer.id)
    return text && !isEmpty(text) ? [{ writer, text }] : []
  })
  const list =
    written.length === 0 ? null : (
      <div className="grid grid-cols-1 gap-6">
        {written.map(({ writer, text }) => (
          <PersonFigure key={writer.id} writer={writer} text={text} unreadable={unreadable} />
        ))}
      </div>
    )
  return children({ vault, list, mine: texts.find(({ personId }) => personId === viewerId) ?? null, reload: again })
}

const isEmpty = ({ opened }: PersonalText): boolean => opened.is === 'text' && opened.text === ''

type PersonFigureProps = Readonly<{ writer: TextWriter; text: PersonalText; unreadable: string }>

const PersonFigure = ({ writer: { slot, caption }, text: { opened }, unreadable }: PersonFigureProps) => (
  <figure>
    <figcaption className="mb-1 text-small text-ink-3">
      <MarkedName slot={slot}>{caption}</MarkedName>
    </figcaption>
    {opened.is === 'text' ? (
      <blockquote dir="auto" className="type-letter-small whitespace-pre-wrap wrap-anywhere">
        {opened.text}
      </blockquote>
    ) : (
      <p className="text-small text-ink-2">{unreadable}</p>
    )}
  </figure>
)
