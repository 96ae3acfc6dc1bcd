import { TypeMark } from '@/components/intimacy/type-mark'
import type { Closeness } from '@/lib/check-ins/contract'
import { answeredTypes } from '@/lib/check-ins/view'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import { NowAndWish, TypeAnswer } from './answer-circles'

type MyAnswerProps = Readonly<{
  answer: Closeness
  locale: string
  /** On a wide window its circles are beside it, large, so here they are for screen readers alone. */
  beside?: boolean
}>

/** My answer, which only I can see. */
export function MyAnswer({ answer, locale, beside = false }: MyAnswerProps) {
  const types = answeredTypes([answer])
  const intimacy = translate(locale, intimacyMessages)
  return (
    <div className="mt-7">
      <div className={beside ? 'rail:sr-only' : undefined}>
        <NowAndWish now={answer.now} wish={answer.wish} size="large" locale={locale} />
      </div>
      {types.length > 0 ? (
        <ul className="mt-7 lined">
          {types.map((type) => (
            <li key={type} className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5">
              <TypeMark type={type} locale={locale} />
              <TypeAnswer type={type} name={intimacy(type)} answer={answer} locale={locale} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
