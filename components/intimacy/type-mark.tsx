import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { inProductOrder, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import { hueOf } from './hue'

// These five icons mean the types, and are used for nothing else.
const icons = {
  emotional: 'message-circle-heart',
  physical: 'hand-heart',
  intellectual: 'lightbulb',
  experiential: 'compass',
  spiritual: 'sunrise',
} as const

/** The icon without its label, in the colour of the text around it. Its label must be beside it. */
export const TypeIcon = ({
  type,
  size,
  className,
}: {
  type: IntimacyType
  size?: number | undefined
  className?: string
}) => <Icon icon={icons[type]} size={size} className={className} />

type TypeMarkProps = Readonly<{
  type: IntimacyType
  locale: string
  size?: 'small' | 'normal' | undefined
  className?: string | undefined
}>

/** A type: its icon, its name, its hue. */
export const TypeMark = ({ type, locale, size = 'normal', className }: TypeMarkProps) => (
  <span
    className={classes(
      'type-mark',
      size === 'small' && 'type-mark-small',
      `icon-${icons[type]}`,
      hueOf[type],
      className,
    )}
  >
    {translate(locale, intimacyMessages)(type)}
  </span>
)

/** Several types in product order; nothing where there are none. */
export const TypeList = ({
  types,
  locale,
  size,
  className,
}: {
  types: readonly IntimacyType[]
  locale: string
  size?: 'small' | 'normal'
  className?: string
}) =>
  types.length === 0 ? null : (
    <span className={classes('inline-flex flex-wrap gap-x-4 gap-y-0.5', className)}>
      {inProductOrder(types).map((type) => (
        <TypeMark key={type} type={type} locale={locale} size={size} />
      ))}
    </span>
  )
