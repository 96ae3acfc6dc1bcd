import type { RowText } from '@/lib/device/opened-rows'
import { Who, type Slot } from './partner-mark'

type SaidByProps = Readonly<{
  slot: Slot
  /** Whose words these are, as a caption says it. */
  by: string
  opened: RowText<string> | undefined
  /** What stands where this device can't open them. */
  unreadable: string
}>

/** A few words of one of the two, as they wrote them, under who said them. */
export const SaidBy = ({ slot, by, opened, unreadable }: SaidByProps) => (
  <figure>
    <figcaption className="mb-1 text-small text-ink-3">
      <Who slot={slot}>{by}</Who>
    </figcaption>
    {opened?.is === 'text' ? (
      <blockquote className="type-letter-small whitespace-pre-wrap wrap-anywhere">{opened.text}</blockquote>
    ) : (
      <p className="text-small text-ink-2">{unreadable}</p>
    )}
  </figure>
)
