import { TypeMark } from '@/components/intimacy/type-mark'
import { MarkedName } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/page-heading'
import type { Closeness } from '@/lib/check-ins/contract'
import { answerInNumbers } from '@/lib/check-ins/in-words'
import { answeredTypes, wantsRoom } from '@/lib/check-ins/view'
import type { Partner } from '@/lib/couples/people'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'
import { NowAndWish, TypeAnswer } from './answer-circles'

/** A person with their answer. */
export type PersonAnswer = Readonly<{ person: Partner; answer: Closeness }>

/** On wide screens, the label is beside the answers. */
const row = 'wide:grid wide:grid-cols-[9.5rem_minmax(0,1fr)] wide:gap-x-4'

/** `both` is in pairing order. */
type BothAnswersProps = Readonly<{ both: readonly [PersonAnswer, PersonAnswer]; locale: string }>

/**
 * Both answers side by side: now and the wish, overall and by type. A wide window has the overall answers on one side and
 * the types on the other; without types, a side for each person.
 */
export function BothAnswers({ both, locale }: BothAnswersProps) {
  const t = translate(locale, checkInsMessages)
  const intimacy = translate(locale, intimacyMessages)
  const types = answeredTypes(both.map(({ answer }) => answer))
  const hasTypes = types.length > 0
  return (
    <div className="@container">
      <div
        className={classes(
          'mt-6 animate-show',
          hasTypes && 'wide:@4xl:grid wide:@4xl:grid-cols-2 wide:@4xl:items-start wide:@4xl:gap-x-12',
        )}
      >
        <div>
          <div className={classes('border-y border-line', hasTypes && `${row} wide:@4xl:block wide:@4xl:border-t-0`)}>
            {hasTypes ? (
              <p
                aria-hidden="true"
                className="hidden py-4.5 text-small font-bold wide:block wide:@4xl:mb-3 wide:@4xl:py-0 wide:@4xl:type-heading"
              >
                {t('both.all')}
              </p>
            ) : null}
            <div className={classes('two-answers two-answers-whole', hasTypes && 'two-answers-beside')}>
              {both.map(({ person: { id, name, slot }, answer }) => (
                <div
                  key={id}
                  className={classes(
                    'row-span-3 grid min-w-0 grid-rows-subgrid py-4.5',
                    hasTypes && 'wide:@4xl:first:pt-0',
                  )}
                >
                  <MarkedName slot={slot} className="font-bold">
                    {name}
                  </MarkedName>
                  <div className="pt-3.5">
                    <NowAndWish
                      now={answer.now}
                      wish={answer.wish}
                      who={name}
                      size={hasTypes ? 'whole' : 'half'}
                      locale={locale}
                    />
                  </div>
                  <p className="mt-2.5 text-small text-ink-2">{t(`both.${wishKey(answer)}`)}</p>
                </div>
              ))}
            </div>
          </div>
          {both.some(({ answer }) => wantsRoom(answer)) ? (
            <p className="type-lede mt-6 even-lines">{t('ask.room')}</p>
          ) : null}
        </div>
        <div>
          {hasTypes ? (
            <Section id="kinds" title={t('both.types')} className="wide:@4xl:mt-0">
              <div aria-hidden="true" className={`${row} mb-2`}>
                <div className="two-answers wide:col-start-2">
                  {both.map(({ person: { id, name, slot } }) => (
                    <MarkedName key={id} slot={slot} className="text-small text-ink-2">
                      {name}
                    </MarkedName>
                  ))}
                </div>
              </div>
              <ul className="lined">
                {types.map((type) => (
                  <li key={type} className={`${row} py-3.5 wide:items-center`}>
                    <TypeMark type={type} locale={locale} />
                    <div className="two-answers mt-2.5 wide:mt-0">
                      {both.map(({ person: { id, name }, answer }) => (
                        <div key={id} className="flex min-h-8 min-w-0 items-center">
                          <TypeAnswer type={type} name={intimacy(type)} answer={answer} who={name} locale={locale} />
                        </div>
                      ))}
                    </div>
                    {both.some(({ answer }) => wantsRoom(answer.types[type])) ? (
                      <p className="mt-2 text-small text-ink-2 wide:col-start-2">{t('ask.room')}</p>
                    ) : null}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <p className="mt-3 text-smallest text-ink-3">{t('both.legend')}</p>
          <Numbers both={both} locale={locale} />
        </div>
      </div>
    </div>
  )
}

function wishKey({ now, wish }: Closeness): 'right' | 'aLittleCloser' | 'closer' | 'aLittleRoom' | 'room' {
  if (wish === now) return 'right'
  return wish > now ? (wish - now === 1 ? 'aLittleCloser' : 'closer') : now - wish === 1 ? 'aLittleRoom' : 'room'
}

function Numbers({ both, locale }: BothAnswersProps) {
  const t = translate(locale, checkInsMessages)
  return (
    <Disclosure summary={t('both.numbers')} icon={<Icon icon="table-2" />} className="mt-2">
      <table className="numbers">
        <caption className="pb-2 text-left text-ink-3">{t('both.numbersCaption')}</caption>
        <thead>
          <tr className="text-ink-3">
            <th scope="col" className="w-[36%] font-strong">
              {t('both.kind')}
            </th>
            {both.map(({ person: { id, name } }) => (
              <th key={id} scope="col" dir="auto" className="font-strong wrap-anywhere">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="py-2.5 font-bold">
              {t('both.all')}
            </th>
            {both.map(({ person: { id }, answer }) => (
              <td key={id} className="py-2.5">
                {answerInNumbers(answer, locale)}
              </td>
            ))}
          </tr>
          {answeredTypes(both.map(({ answer }) => answer)).map((type) => (
            <tr key={type}>
              <th scope="row" className="py-2.5">
                <TypeMark type={type} locale={locale} size="small" />
              </th>
              {both.map(({ person: { id }, answer }) => (
                <td key={id} className="py-2.5">
                  {answerInNumbers(answer.types[type], locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}
