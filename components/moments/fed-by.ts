import type { MomentWho } from '@/lib/moments/contract'

/** The places in the pairing of the people whom a moment of the person at `slot` feeds. */
export const fedBy = (who: MomentWho, slot: 1 | 2): readonly (0 | 1)[] =>
  who === 'both' ? [0, 1] : [slot === 1 ? 0 : 1]
