import type { Pair } from '@/lib/couples/people'
import type { FirstPicture as Picture, Hope } from '@/lib/dashboard/hopes'
import { hopesLabel, hopeName } from '@/lib/dashboard/in-words'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { FigureTable } from './figure-table'
import { Legend } from './legend'
import { EmptyPetal, Flower, halfPetal, turnOf } from '@/components/intimacy/flower'

const MARKED = 'fill-hue-text forced-colors:fill-canvas-text'
const MARKED_OUTLINED = 'fill-surface stroke-hue-text forced-colors:fill-canvas forced-colors:stroke-canvas-text'
const WISHED = 'fill-surface stroke-hue forced-colors:fill-canvas forced-colors:stroke-canvas-text'

type HalfProps = Readonly<{ side: 0 | 1; hope: Hope; turn: number }>

// The mark alone means the type feels fed; with an outlined half around it, the person would love more.
const Half = ({ side, hope, turn }: HalfProps) => (
  <>
    {hope === 'more' ? (
      <path
        d={halfPetal(side)}
        className={WISHED}
        strokeWidth="1.8"
        strokeLinejoin="round"
        transform={`translate(${side === 0 ? -2.2 : 2.2} 0)`}
      />
    ) : null}
    {hope === 'nothing' ? null : side === 0 ? (
      <circle cx="-17" cy="-62" r="5.6" className={MARKED} />
    ) : (
      // Rotated against the petal, so that every diamond is upright.
      <rect
        x="12"
        y="-67"
        width="10"
        height="10"
        rx="2.2"
        transform={`rotate(${45 - turn} 17 -62)`}
        className={MARKED_OUTLINED}
        strokeWidth="2"
      />
    )}
  </>
)

type FirstPictureProps = Readonly<{
  picture: Picture
  /** The names, in pairing order. */
  people: Pair<string>
  locale: string
}>

/** Both people's hopes, shown before anything was fed. */
export const FirstPicture = ({ picture, people, locale }: FirstPictureProps) => {
  const t = translate(locale, dashboardMessages)
  const hopes = new Map(picture.types.map((typeHopes) => [typeHopes.type, typeHopes.hopes]))
  const petal = (type: IntimacyType) => {
    const [first, second] = hopes.get(type) ?? ['nothing', 'nothing']
    return (
      <>
        <EmptyPetal />
        <Half side={0} hope={first} turn={turnOf(type)} />
        <Half side={1} hope={second} turn={turnOf(type)} />
      </>
    )
  }
  return (
    <figure>
      <Flower locale={locale} label={hopesLabel(picture, people, locale)} petal={petal} />
      <Legend who={people}>{t('hopes.caption')}</Legend>
      <FigureTable
        summary={t('hopes.show')}
        caption={t('hopes.show')}
        people={people}
        locale={locale}
        rows={picture.types.map(({ type, hopes }) => ({
          type,
          cells: [hopeName(hopes[0], locale), hopeName(hopes[1], locale)],
        }))}
      />
    </figure>
  )
}
