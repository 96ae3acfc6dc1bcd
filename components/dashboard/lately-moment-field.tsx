'use client'
import { MomentField, type MomentFieldProps } from '@/components/moments/moment-field'
import { useFedRows } from './what-fed-rows'

/** The field of a moment on Lately. What is logged reloads the picture and what fed it. */
export function LatelyMomentField(props: Omit<MomentFieldProps, 'onChange'>) {
  const { changed } = useFedRows()
  return <MomentField {...props} onChange={changed} />
}
