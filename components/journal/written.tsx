import { classes } from '@/components/ui/classes'

type WrittenProps = Readonly<{
  children: string
  voice?: boolean
  small?: boolean
  /** On a wide window a few words are set larger. */
  roomy?: boolean
  className?: string
}>

/** So many characters are a few words. */
const FEW = 200

/** What a person wrote, as plain text; blank lines separate paragraphs. */
export const Written = ({ children, voice, small, roomy = false, className }: WrittenProps) => (
  <div
    className={classes(
      small ? 'type-letter-small' : 'type-letter',
      roomy && children.length <= FEW && 'wide:type-lede',
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
