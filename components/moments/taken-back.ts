import type { MomentDetails } from '@/lib/moments/device'
import { observable } from '@/lib/observable'

/**
 * What was chosen for the moment that was just taken back, and by whom: the form that opens next is as it was. The words
 * are a sealed draft. It is no state of the field around the form, whose code comes with the page.
 */
export const takenBack = observable<Readonly<{ uid: string; moment: Omit<MomentDetails, 'words'> }> | null>(null)
