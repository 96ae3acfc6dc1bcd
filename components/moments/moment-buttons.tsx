'use client'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { Button } from '@/components/ui/button'
import { useAction } from '@/components/ui/use-action'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { OpenedMoment } from '@/lib/moments/device'
import type { MomentActions } from './use-moment-actions'

type MomentButtonsProps = Readonly<{
  moment: OpenedMoment
  me: string
  /** What the moment is called in the accessible names: its words, or who and when. */
  what: string
  actions: MomentActions
}>

/** The one thing that the viewer can do to a moment: remove their own, or not count another's for themselves. */
export function MomentButtons({ moment, me, what, actions }: MomentButtonsProps) {
  const t = useTranslations(momentsMessages, 'recent')
  const { run, busy } = useAction(
    (work: () => Promise<void>) => work(),
    () => null, // the list shows the failure
  )
  // Several rows have the same button, so its accessible name says which moment it is about.
  const nameAction = (action: string) => ({ 'aria-label': t('about', { action, what }) })
  if (moment.authorId === me)
    return moment.opened.is === 'failed' ? (
      <LateRemoveUnopened remove={() => actions.remove(moment)} />
    ) : (
      <Button variant="link" busy={busy} {...nameAction(t('remove'))} onClick={() => run(() => actions.remove(moment))}>
        {t('remove')}
      </Button>
    )
  const part = moment.parts.find(({ personId }) => personId === me)
  if (!part) return null
  const action = t(part.takenOut ? 'putBack' : 'takeOut')
  return (
    <Button
      variant="link"
      busy={busy}
      {...nameAction(action)}
      onClick={() => run(() => actions.setPart(moment, !part.takenOut))}
    >
      {action}
    </Button>
  )
}
