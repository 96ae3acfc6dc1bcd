'use client'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { observable, type Observable } from '@/lib/observable'

/** What somebody just fed: these types, for the people at these places of the pairing. */
export type FedPetals = Readonly<{ types: readonly IntimacyType[]; people: readonly (0 | 1)[] }>

const fed = observable<FedPetals | null>(null)

/** What was just fed on this device, for as long as a picture that is about to appear should draw it. */
export const fedPetals: Omit<Observable<FedPetals | null>, 'set'> = fed

/** In ms: long enough for another page to load. */
const SHOWN_MS = 3000

/** Lets every flower on the screen draw the petals that were just fed, once. */
export function showFed(petals: FedPetals): void {
  fed.set(petals)
  setTimeout(() => {
    if (fed.get() === petals) fed.set(null)
  }, SHOWN_MS)
}
