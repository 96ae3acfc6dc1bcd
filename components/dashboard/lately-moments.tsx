'use client'
import { RecentMoments, type RecentMomentsProps } from '@/components/moments/recent-moments'
import { useFedRows } from './what-fed-rows'

/** The moments of Lately. A change of one reloads the picture and what fed it. */
export function LatelyMoments(props: Omit<RecentMomentsProps, 'onChange'>) {
  const { changed } = useFedRows()
  return <RecentMoments {...props} onChange={changed} />
}
