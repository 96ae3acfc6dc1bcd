'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Returns a function that goes to a page once work is done. If the person left this page meanwhile, it goes nowhere and
 * returns false: a late answer pulls nobody away from what they do by then.
 */
export function useLeaveFor(): (href: string) => boolean {
  const router = useRouter()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return (href) => {
    if (isHere.current) router.push(href)
    return isHere.current
  }
}
