'use client'
import { useCallback, useEffect, useState } from 'react'
import { makePhrase } from '@/lib/vault/phrase'
import { ratePhrase, type Strength } from '@/lib/vault/strength'

export type PhraseChoice = Readonly<{
  kind: 'made' | 'own'
  /** The made phrase, null until it was made, or what was typed. */
  phrase: string | null
  /** The rating of a typed phrase, null until it was rated. */
  strength: Strength | null
  another: () => void
  chooseOwn: () => void
  chooseMade: () => void
  type: (phrase: string) => void
}>

/**
 * Chooses a phrase: a made one, or a typed one with its strength. `known`: names and emails that make a phrase weaker.
 */
export function usePhraseChoice(known: readonly string[]): PhraseChoice {
  const [kind, setKind] = useState<'made' | 'own'>('made')
  const [made, setMade] = useState<string | null>(null)
  const [own, setOwn] = useState('')
  const [rated, setRated] = useState<{ phrase: string; strength: Strength } | null>(null)
  const names = known.join('\n')

  const another = useCallback(() => void makePhrase().then(setMade, () => setKind('own')), [])
  useEffect(another, [another])
  useEffect(() => {
    if (kind !== 'own' || own === '') return
    let late = false
    // If the meter does not load, the phrase is accepted: its length and the server's throttles still protect it.
    ratePhrase(own, names.split('\n')).then(
      (strength) => {
        if (!late) setRated({ phrase: own, strength })
      },
      () => {},
    )
    return () => {
      late = true
    }
  }, [kind, own, names])

  return {
    kind,
    another,
    phrase: kind === 'made' ? made : own,
    strength: kind === 'own' && rated?.phrase === own ? rated.strength : null,
    chooseOwn: () => setKind('own'),
    chooseMade: () => setKind('made'),
    type: setOwn,
  }
}
