'use client'
import type { ReactNode } from 'react'
import { LoadFailure } from '@/components/device/load-failure'
import { WhenOpen } from '@/components/device/when-open'
import { useLoaded } from '@/components/ui/use-loaded'
import { Skeleton } from '@/components/ui/waiting'
import type { PersonalText } from '@/lib/device/personal-text'
import type { Vault } from '@/lib/vault/vault'
import { MarkedName, type Slot } from './partner-mark'

/** A person who may have written, and the caption over their text. */
type TextWriter = Readonly<{ id: string; slot: Slot; caption: string }>

/** What was loaded: `list` shows the texts that there are and is null where there is none, `mine` is the viewer's own. */
export type LoadedTexts = Readonly<{ vault: Vault; list: ReactNode; mine: PersonalText | null; reload: () => void }>

type PersonalTextsProps = Readonly<{
  /** Names what the texts are about: loaded again where it changes. */
  subject: string
  load: (vault: Vault) => Promise<readonly PersonalText[]>
  /** In the order in which their texts are shown. */
  writers: readonly TextWriter[]
  viewerId: string
  partnerName: string
  /** What is shown where this device cannot open a text. */
  unreadable: string
  /** How many lines the place holds while the texts load; with 0 it holds none. */
  lines: number
  className?: string
  children: (texts: LoadedTexts) => ReactNode
}>

/** The texts that two people wrote about one thing, opened on this device. A text that was emptied is not shown. */
export const PersonalTexts = (props: PersonalTextsProps) => (
  <WhenOpen lines={props.lines} className={props.className}>
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
      <div className="grid gap-6">
        {written.map(({ writer, text }) => (
          <PersonFigure key={writer.id} writer={writer} text={text} unreadable={unreadable} />
        ))}
      </div>
    )
  return children({ vault, list, mine: texts.find(({ personId }) => personId === viewerId) ?? null, reload: again })
}

const isEmpty = ({ opened }: PersonalText): boolean => opened.is === 'text' && opened.text === ''

type TextOfProps = Readonly<{ writer: TextWriter; text: PersonalText; unreadable: string }>

const PersonFigure = ({ writer: { slot, caption }, text: { opened }, unreadable }: TextOfProps) => (
  <figure>
    <figcaption className="mb-1 text-small text-ink-3">
      <MarkedName slot={slot}>{caption}</MarkedName>
    </figcaption>
    {opened.is === 'text' ? (
      <blockquote className="type-letter-small whitespace-pre-wrap wrap-anywhere">{opened.text}</blockquote>
    ) : (
      <p className="text-small text-ink-2">{unreadable}</p>
    )}
  </figure>
)
