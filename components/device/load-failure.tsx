'use client'
import { EarlierRows } from './earlier-rows'
import { FailureNotice, type FailureNoticeProps } from './failure-notice'

type LoadFailureProps = Omit<FailureNoticeProps, 'onAgain'> & Readonly<{ onAgain: () => void }>

/** Why sealed rows are not shown: the question about older rows, or a sentence and a way to try again. Nothing where nothing failed. */
export const LoadFailure = (failure: LoadFailureProps) => (
  <>
    <EarlierRows error={failure.error} onAccepted={failure.onAgain} />
    <FailureNotice {...failure} />
  </>
)
