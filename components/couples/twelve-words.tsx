'use client'
import { useEffect, useState } from 'react'
import { Skeleton } from '@/components/ui/waiting'
import { toInviteWords, type InviteSecret } from '@/lib/vault/invite-secret'

/** Shows the secret as twelve numbered words. Loads the word list when rendered. */
export function TwelveWords({ secret }: { secret: InviteSecret }) {
  const [words, show] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let isMounted = true
    void toInviteWords(secret).then((text) => {
      if (isMounted) show(text.split(' '))
    })
    return () => {
      isMounted = false
    }
  }, [secret])
  if (!words) return <Skeleton lines={6} className="mt-1" />
  return (
    <ol translate="no" className="mt-0.5 mb-2 columns-2 gap-6 font-serif text-words leading-list">
      {words.map((word, index) => (
        <li key={word + index} className="flex items-baseline gap-2.5">
          <span
            aria-hidden="true"
            className="w-4.5 text-end font-sans text-smallest leading-none font-medium text-ink-3"
          >
            {index + 1}
          </span>
          {word}
        </li>
      ))}
    </ol>
  )
}
