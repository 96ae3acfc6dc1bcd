'use client'
import { useLeaveFor } from '@/components/ui/use-leave-for'
import { MomentField, type MomentFieldProps } from './moment-field'

/** The page of a moment, where its draft is continued. It leads to Lately, where the moment is. */
export function NewMoment(props: Omit<MomentFieldProps, 'alone' | 'onLogged'>) {
  const leaveFor = useLeaveFor()
  return <MomentField {...props} alone onLogged={() => leaveFor('/lately')} />
}
