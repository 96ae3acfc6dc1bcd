'use client'
import { EarlierRows } from './earlier-rows'
import { FailureNotice, type FailureNoticeProps } from './failure-notice'

type LoadFailureProps = Omit<FailureNoticeProps, 'onAgain'> & Readonly<{ onAgain: () => void }>

/**
 * Shows why sealed rows are missing: the question about older rows, or a sentence and a retry. Renders nothing without
 * an error.
 */
export const LoadFailure = (failure: LoadFailureProps) => (
  <>
    <EarlierRows error={failure.error} onAccepted={failure.onAgain} />
    <FailureNotice {...failure} />
  </>
)
