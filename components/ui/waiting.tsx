import { classes } from './classes'

type ProgressProps = Readonly<{
  /** What is being done ("Opening your journal"). */
  label: string
  /** From 0 to 1; without it the bar only shows that something is running. */
  value?: number | undefined
  className?: string | undefined
}>

/** For work that takes over a second. It appears after 400 ms, so that quick work does not flicker. */
export function Progress({ label, value, className }: ProgressProps) {
  const known = value !== undefined
  return (
    <div className={classes('animate-appear', className)}>
      <p className="text-small text-ink-3" aria-hidden="true">
        {label}
      </p>
      <div
        role="progressbar"
        aria-label={label}
        {...(known ? { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(value * 100) } : {})}
        className="mt-2 h-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className={classes('h-full rounded-full bg-ink', !known && 'waiting-bar')}
          style={{ width: known ? `${value * 100}%` : '35%' }}
        />
      </div>
    </div>
  )
}

/**
 * Holds the place of `lines` lines of text that are loading. It appears after 400 ms, so that one that stands for less
 * is not seen. Frames find it by `data-skeleton`.
 */
export const Skeleton = ({ lines = 2, className }: { lines?: number; className?: string | undefined }) => (
  <div aria-hidden="true" data-skeleton className={classes('animate-appear', className)}>
    {Array.from({ length: lines }, (_, line) => (
      <div
        key={line}
        className={classes('flex h-[1.5em] items-center', line === lines - 1 && lines > 1 ? 'w-3/5' : 'w-full')}
      >
        <div className="h-[0.62em] w-full rounded-full bg-line" />
      </div>
    ))}
  </div>
)
