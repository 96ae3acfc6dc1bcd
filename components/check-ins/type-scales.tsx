'use client'
import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import type { Closeness } from '@/lib/check-ins/contract'
import { wantsRoom } from '@/lib/check-ins/view'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { useLocale, useTranslations } from '@/lib/messages/use-translations'
import { CircleScale } from './circle-scale'
import { RoomLine } from './room-line'

type TypeAnswers = Closeness['types']
type TypeScalesProps = Readonly<{ types: TypeAnswers; onChange: (types: TypeAnswers) => void }>

/** A scale for each of the five types. The scale for the wish appears once now is answered; both may be left out. */
export function TypeScales({ types, onChange }: TypeScalesProps) {
  const locale = useLocale()
  const t = useTranslations(checkInsMessages, 'ask')
  const intimacy = useTranslations(intimacyMessages)
  const setAnswer = (type: IntimacyType, typeAnswer: TypeAnswers[IntimacyType]) =>
    onChange({ ...types, [type]: typeAnswer })
  return (
    <>
      <p className="mb-1 text-small text-ink-3">{t('typesHint')}</p>
      <ul className="lined">
        {INTIMACY_TYPES.map((type) => {
          const answer = types[type]
          return (
            <li key={type} className="py-4.5">
              <div className="flex min-h-11 items-start justify-between gap-3">
                <p>
                  <TypeMark locale={locale} type={type} />
                  <span className="block text-small text-ink-3 first-letter:uppercase">
                    {intimacy(`meaning.${type}`)}
                  </span>
                </p>
                {answer ? (
                  <Button
                    variant="link"
                    className="-mt-2.5 flex-none"
                    aria-label={t('leaveOutType', { type: intimacy(type) })}
                    onClick={() => setAnswer(type, null)}
                  >
                    {t('leaveOut')}
                  </Button>
                ) : null}
              </div>
              <div className={classes(hueOf[type], 'mt-2 text-hue-text')}>
                <CircleScale
                  id={`${type}-now`}
                  legend={t('ofType', { type: intimacy(type) })}
                  hideLegend
                  value={answer?.now ?? null}
                  onChange={(now) => setAnswer(type, { now, wish: answer?.wish ?? null })}
                />
                {answer ? (
                  <CircleScale
                    id={`${type}-wish`}
                    look="wish"
                    value={answer.wish}
                    className="mt-3"
                    legend={
                      <span className="text-small font-normal text-ink-2">
                        <span aria-hidden="true">{t('like')}</span>
                        <span className="sr-only">{t('wishOfType', { type: intimacy(type) })}</span>
                      </span>
                    }
                    onChange={(wish) => setAnswer(type, { ...answer, wish })}
                  />
                ) : null}
                <RoomLine shown={wantsRoom(answer)} className="mt-2 text-small text-ink-2" />
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
