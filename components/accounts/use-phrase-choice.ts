'use client'
import { useCallback, useEffect, useState } from 'react'
import { makePhrase } from '@/lib/vault/phrase'
import { ratePhrase, type Strength } from '@/lib/vault/strength'

export type PhraseChoice = Readonly<{
  kind: 'made' | 'own'
  /** The made phrase, null until there is one, or what was typed. */
  phrase: string | null
  /** Of an own phrase, once it was rated. */
  strength: Strength | null
  another: () => void
  chooseOwn: () => void
  chooseMade: () => void
  type: (phrase: string) => void
}>

/** A phrase to open a journal with: one that is made here, or an own one with how hard it is to guess. `known`: names and emails. */
export function usePhraseChoice(known: readonly string[]): PhraseChoice {
  const [kind, setKind] = useState<'made' | 'own'>('made')
  const [made, setMade] = useState<string | null>(null)
  const [own, setOwn] = useState('')
  const [rated, setRated] = useState<{ of: string; strength: Strength } | null>(null)
  const names = known.join('\n')

  const another = useCallback(() => void makePhrase().then(setMade, () => setKind('own')), [])
  useEffect(another, [another])
  useEffect(() => {
    if (kind !== 'own' || own === '') return
    let late = false
    // a meter that did not load must not keep anybody from beginning; length and the server's limits still hold
    ratePhrase(own, names.split('\n')).then(
      (strength) => {
        if (!late) setRated({ of: own, strength })
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
    strength: kind === 'own' && rated?.of === own ? rated.strength : null,
    chooseOwn: () => setKind('own'),
    chooseMade: () => setKind('made'),
    type: setOwn,
  }
}
