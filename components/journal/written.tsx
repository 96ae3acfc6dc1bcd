import { classes } from '@/components/ui/classes'

type WrittenProps = Readonly<{ children: string; voice?: boolean; small?: boolean; className?: string }>

/** What a person wrote, as plain text; blank lines separate paragraphs. */
export const Written = ({ children, voice, small, className }: WrittenProps) => (
  <div
    className={classes(
      small ? 'type-letter-small' : 'type-letter',
      voice && 'type-voice',
      'space-y-[0.9em]',
      className,
    )}
  >
    {children
      .trim()
      .split(/\n\s*\n/u)
      .map((paragraph, index) => (
        <p key={index} dir="auto" className="whitespace-pre-wrap">
          {paragraph}
        </p>
      ))}
  </div>
)
