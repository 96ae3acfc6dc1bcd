import { hueOf } from '@/components/intimacy/hue'
import { classes } from '@/components/ui/classes'
import type { Closeness, Step } from '@/lib/check-ins/contract'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { translate } from '@/lib/messages/translate'
import { Circles } from './circles'

type NowAndWishProps = Readonly<{
  now: Step
  wish: Step | null
  /** Whose answer it is, for screen readers; left out for the viewer's own. */
  who?: string | undefined
  /** The type, for screen readers; its hue is set around the circles. */
  typeName?: string | undefined
  /** `large`: alone, centred. `whole`: begins at the edge of the text above it. `half`: the same, with half of a wide page. */
  size: 'large' | 'whole' | 'half' | 'normal' | 'small'
  locale: string
}>

/** Small pairs have the room of normal ones, so that both begin at the same edges. */
const widths = {
  large: 'w-29 wide:w-34',
  whole: 'w-29 wide:w-40',
  half: 'w-29 wide:w-40 wide:@5xl:w-56',
  normal: 'w-15.5 wide:w-18',
  small: 'w-11.5 wide:w-15',
} as const

/** A label in large text is wider than its pair. */
const ROOM = 'min-w-15.5 wide:min-w-18'

/** The circles for now beside those for the wish. */
export function NowAndWish({ now, wish, who, typeName, size, locale }: NowAndWishProps) {
  const t = translate(locale, checkInsMessages)
  const labelOf = (what: 'now' | 'wish', step: Step) => {
    const label = typeName ? `${typeName}, ${t(`both.${what}`)}` : t(`both.${what}`)
    return who ? t('both.label', { who, what: label, step }) : t('both.labelOwn', { what: label, step })
  }
  const small = size === 'small'
  const hasRoom = size === 'large' || size === 'whole' || size === 'half'
  const circle = (what: 'now' | 'wish', step: Step) => (
    <span className={classes('grid gap-1.5', size === 'large' ? 'justify-items-center' : ROOM)}>
      <Circles
        step={step}
        look={what}
        fromStart={size !== 'large'}
        label={labelOf(what, step)}
        className={classes(widths[size], what === 'wish' && 'opacity-75')}
      />
      {small ? null : (
        <span aria-hidden="true" className="text-smallest whitespace-nowrap text-ink-3">
          {t(`both.${what}`)}
        </span>
      )}
    </span>
  )
  return (
    <span className={classes('flex flex-wrap gap-y-2', hasRoom ? 'gap-x-6' : 'gap-x-2.5 wide:gap-x-3')}>
      {circle('now', now)}
      {wish === null ? <span aria-hidden="true" className={hasRoom ? widths[size] : ROOM} /> : circle('wish', wish)}
    </span>
  )
}

/** A person's answer for a type, in its hue; "left out" where they gave none. */
export function TypeAnswer({
  type,
  name,
  answer,
  who,
  locale,
}: {
  type: IntimacyType
  name: string
  answer: Closeness
  who?: string | undefined
  locale: string
}) {
  const typeAnswer = answer.types[type]
  if (!typeAnswer)
    return <span className="text-small text-ink-3">{translate(locale, checkInsMessages)('both.leftOut')}</span>
  return (
    <span className={classes(hueOf[type], 'text-hue-text')}>
      <NowAndWish now={typeAnswer.now} wish={typeAnswer.wish} who={who} typeName={name} size="small" locale={locale} />
    </span>
  )
}
