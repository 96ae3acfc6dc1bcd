'use client'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { TypeList } from '@/components/intimacy/type-mark'
import { PartnerMark } from '@/components/people/partner-mark'
import { useToday } from '@/components/people/use-today'
import { Button } from '@/components/ui/button'
import { useAction } from '@/components/ui/use-action'
import type { Partner } from '@/lib/couples/people'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { OpenedMoment } from '@/lib/moments/device'
import { formatShortDay } from '@/lib/time/format'
import type { MomentActions } from './use-moments'

type MomentItemProps = Readonly<{
  moment: OpenedMoment
  people: readonly [Partner, Partner]
  me: string
  locale: string
  actions: MomentActions
}>

/**
 * A moment: its text, whom it counts for and on which day, what it fed, and the one thing that the viewer can do to it.
 */
export function MomentItem({ moment, people, me, locale, actions }: MomentItemProps) {
  const t = useTranslations(momentsMessages, 'recent')
  const today = useToday()
  const counted = people.filter(({ id }) => moment.parts.some(({ personId, takenOut }) => personId === id && !takenOut))
  const [first, second] = counted
  const names =
    first && second
      ? t('both', { first: first.name, second: second.name })
      : first
        ? t('one', { name: first.name })
        : t('nobody')
  const day = formatShortDay(moment.day, locale, today)
  const words = moment.opened.is === 'text' ? moment.opened.text : ''
  const mine = moment.authorId === me
  const part = mine ? undefined : moment.parts.find(({ personId }) => personId === me)

  const { run, busy } = useAction(
    (work: () => Promise<void>) => work(),
    () => null, // the list shows the failure
  )
  // Several rows have the same button, so its accessible name says which moment it is about.
  const nameAction = (action: string) => ({ 'aria-label': t('about', { action, what: words || `${names}, ${day}` }) })
  return (
    <li className="py-3.5">
      {words ? (
        <p dir="auto" className="type-letter-small whitespace-pre-wrap">
          {words}
        </p>
      ) : null}
      {moment.opened.is === 'failed' ? <p className="text-small text-ink-3">{t('unread')}</p> : null}
      <p className={`flex flex-wrap items-center gap-x-2 gap-y-0.5 text-small text-ink-2 ${words ? 'mt-1' : ''}`}>
        {counted.map(({ id, slot }) => (
          <PartnerMark key={id} slot={slot} size={10} />
        ))}
        <span className="min-w-0 wrap-anywhere">{names}</span>
        <span aria-hidden="true" className="text-ink-3">
          ·
        </span>
        <span className="text-ink-3">{day}</span>
      </p>
      <div className="mt-0.5 flex flex-wrap items-center justify-between gap-x-4">
        <TypeList locale={locale} types={moment.types} size="small" />
        {mine && moment.opened.is === 'failed' ? (
          <LateRemoveUnopened remove={() => actions.remove(moment)} />
        ) : mine ? (
          <Button
            variant="link"
            busy={busy}
            className="ms-auto"
            {...nameAction(t('remove'))}
            onClick={() => run(() => actions.remove(moment))}
          >
            {t('remove')}
          </Button>
        ) : null}
        {part ? (
          <Button
            variant="link"
            busy={busy}
            className="ms-auto"
            {...nameAction(t(part.takenOut ? 'putBack' : 'takeOut'))}
            onClick={() => run(() => actions.setPart(moment, !part.takenOut))}
          >
            {t(part.takenOut ? 'putBack' : 'takeOut')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
