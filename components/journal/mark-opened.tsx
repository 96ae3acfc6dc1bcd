'use client'
import { useEffect } from 'react'
import { setMark } from '@/lib/local-marks'
import { readMark } from './read-mark'

/** Remembers in this browser that something of the partner's was opened: `id` of the act, for `uid`. Shows nothing. */
export function MarkOpened({ id, uid }: Readonly<{ id: string; uid: string }>) {
  useEffect(() => setMark(readMark(id, uid), true), [id, uid])
  return null
}
