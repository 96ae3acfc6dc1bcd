import { classes } from '@/components/ui/classes'
import type { Step } from '@/lib/check-ins/contract'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { useTranslations } from '@/lib/messages/use-translations'
import { Circles, NoCircles } from './circles'

type ChosenCirclesProps = Readonly<{
  now: Step | null
  wish: Step | null
  /** Left out for a saved answer, which names nobody. */
  partnerName?: string
  className?: string
}>

/**
 * The chosen step for now, large, with a name under each circle; a placeholder pair before a step is chosen. On a wide
 * window it is a panel beside the rest, with the wish below it. Screen readers skip it: what it shows is in words beside it.
 */
export function ChosenCircles({ now, wish, partnerName, className }: ChosenCirclesProps) {
  const t = useTranslations(checkInsMessages)
  return (
    <div
      aria-hidden="true"
      className={classes(
        'grid min-h-48 place-content-center justify-items-center py-2 rail:sticky rail:top-20 rail:rounded-panel rail:border rail:border-line rail:bg-surface rail:px-8 rail:py-10',
        className,
      )}
    >
      {now === null ? <NoCircles className="w-61 rail:w-72" /> : <Circles step={now} className="w-61 rail:w-72" />}
      {partnerName === undefined ? (
        <p className="mt-2 text-small text-ink-3">{t('both.now')}</p>
      ) : (
        <p className="mt-2 grid w-61 max-w-full grid-cols-2 rail:w-72 gap-x-3 text-center text-small text-ink-2">
          <span>{t('scale.you')}</span>
          <bdi className="min-w-0 wrap-anywhere rail:truncate">{partnerName}</bdi>
        </p>
      )}
      <div className="mt-8 hidden justify-items-center rail:grid">
        {wish === null ? (
          <NoCircles className="w-34" />
        ) : (
          <Circles step={wish} look="wish" className="w-34 opacity-75" />
        )}
        <p className="mt-2 text-small text-ink-3">{t('both.wish')}</p>
      </div>
    </div>
  )
}
