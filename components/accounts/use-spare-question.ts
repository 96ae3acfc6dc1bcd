'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { useToday } from '@/components/people/use-today'
import {
  canAskAboutSpare,
  lastSpareQuestion,
  SPARE_ASKED,
  spareQuestionMark,
  type SpareQuestionPlace,
} from '@/lib/accounts/spare-question'
import { marksOf, setMark, subscribeToMarks } from '@/lib/local-marks'

/**
 * Whether the spare page is asked about here, today. `isWanted`: there is something to ask, and it would be shown. Then
 * this browser notes it, and no other place asks on the same day.
 */
export function useSpareQuestion(uid: string, place: SpareQuestionPlace, isWanted: boolean): boolean {
  const day = useToday()
  const isFree = () => canAskAboutSpare(lastSpareQuestion(marksOf(SPARE_ASKED, uid)), { day, place })
  const asks = useSyncExternalStore(subscribeToMarks, isFree, () => true) && isWanted
  useEffect(() => {
    // the marks are not known yet in the first render of a page that the server drew
    if (!asks || !canAskAboutSpare(lastSpareQuestion(marksOf(SPARE_ASKED, uid)), { day, place })) return
    const mark = spareQuestionMark(uid, { day, place })
    for (const earlier of marksOf(SPARE_ASKED, uid)) if (earlier !== mark) setMark(earlier, false)
    setMark(mark, true)
  }, [asks, uid, day, place])
  return asks
}
