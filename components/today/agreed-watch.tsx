'use client'
import { useEffect } from 'react'
import { awaitedMark } from '@/components/rituals/awaited-mark'
import { isMarked } from '@/lib/local-marks'
import type { NewlyAgreed } from '@/lib/rituals/discussion'

type AgreedWatchProps = Readonly<{
  /** The newest terms of the viewer's that both agreed to of late, or null. */
  agreed: NewlyAgreed | null
  uid: string
  locale: string
}>

/** Shows the two marks meet where somebody learns on Today that the partner said yes, if they waited in this browser. */
export function AgreedWatch({ agreed, uid, locale }: AgreedWatchProps) {
  const { id = '', version = 0, title = '' } = agreed ?? {}
  useEffect(() => {
    const mark = awaitedMark(id, version, uid)
    if (!isMarked(mark)) return
    import('@/components/rituals/show-agreed')
      .then(({ showAgreed }) => {
        // its own page may have shown it meanwhile
        if (isMarked(mark)) showAgreed({ mark, title, locale })
      })
      .catch(() => undefined)
  }, [id, version, title, uid, locale])
  return null
}
