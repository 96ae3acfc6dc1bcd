'use client'
import { RecentMoments, type RecentMomentsProps } from '@/components/moments/recent-moments'
import { useFedRows } from './what-fed-rows'

/** The moments of Lately: after one was changed, the picture and what fed it are asked for anew. */
export function LatelyMoments(props: Omit<RecentMomentsProps, 'onChange'>) {
  const { changed } = useFedRows()
  return <RecentMoments {...props} onChange={changed} />
}
