'use client'
import { PartnerMark, type Slot } from '@/components/people/partner-mark'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { isolateText } from '@/lib/messages/isolate-text'

/** Who wrote a line: `name` as it is read aloud. Without a slot no mark is drawn. */
type LineWriter = Readonly<{ id: string; slot: Slot | null; name: string }>

type LineQuotesProps = Readonly<{
  lines: readonly Readonly<{ personId: string; text: string }>[]
  /** In the order in which their lines are shown. */
  writers: readonly LineWriter[]
  className?: string
}>

/** Lines that people remember a plan by, each with the mark of who wrote it. */
export function LineQuotes({ lines, writers, className }: LineQuotesProps) {
  const shown = writers.flatMap((writer) =>
    lines.filter(({ personId }) => personId === writer.id).map(({ text }) => ({ writer, text })),
  )
  if (shown.length === 0) return null
  return (
    <div className={className}>
      {shown.map(({ writer: { id, slot, name }, text }) => (
        <p key={id} className="flex items-baseline gap-2">
          {slot === null ? null : <PartnerMark slot={slot} size={10} className="flex-none" />}
          <VisuallyHidden>{isolateText(name)}: </VisuallyHidden>
          {/* without marks around it: words often bring marks of their own */}
          <span dir="auto" className="type-letter-small min-w-0 wrap-anywhere">
            {text}
          </span>
        </p>
      ))}
    </div>
  )
}
