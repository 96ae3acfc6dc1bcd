'use client'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { FocusHeading } from '@/components/check-ins/focus-heading'
import { placeIn } from '@/lib/months/places'
import { MonthSteps } from './month-steps'
import { MonthWhole } from './month-whole'
import { OpenedMonthRows } from './opened-month'
import { showMonth, type MonthScreenProps } from './shown-month'

/**
 * A month for both to read together: in steps until both closed it, on one page from then on or where that is asked for.
 * Its texts are fetched once for all of it.
 */
export function MonthScreen(props: MonthScreenProps) {
  const shown = showMonth(props)
  // A step stays in view where the month closes meanwhile.
  const [wasClosed] = useState(shown.closed)
  const place = placeIn(useSearchParams().get('step'), { closed: wasClosed, asks: shown.asks })
  return (
    <OpenedMonthRows monthKey={shown.monthKey} place={place}>
      <FocusHeading on={place}>
        {place === 'whole' ? <MonthWhole shown={shown} /> : <MonthSteps place={place} shown={shown} />}
      </FocusHeading>
    </OpenedMonthRows>
  )
}
