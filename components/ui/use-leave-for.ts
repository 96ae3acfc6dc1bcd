'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Returns a function that goes to a page once work is done. If the person left this page meanwhile, it goes nowhere and
 * returns false: a late answer pulls nobody away from what they do by then. `replaces`: Back does not come to this page
 * again.
 */
export function useLeaveFor(): (href: string, how?: Readonly<{ replaces?: boolean }>) => boolean {
  const router = useRouter()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return (href, { replaces = false } = {}) => {
    if (isHere.current) (replaces ? router.replace : router.push)(href)
    return isHere.current
  }
}
