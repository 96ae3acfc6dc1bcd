'use client'
import { useRef, type ReactNode } from 'react'
import { classes } from './classes'
import { useBarHeight } from './use-bar-height'

/** A bar that is fixed to the window's lower edge, above everything else. What is typed stays above it. */
export function BottomBar({ className, children }: { className?: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  useBarHeight(bar)
  return (
    <div
      ref={bar}
      className={classes(
        'flow-footer no-print fixed inset-x-0 bottom-0 z-10 max-h-[50dvh] overflow-y-auto border-t border-line veil px-5',
        className,
      )}
    >
      {children}
    </div>
  )
}
