import { readEnv } from '../env.ts'

/**
 * How often a test repeats what depends on chance or on the order of events: `full` in `npm run soak`, `quick` in `npm test`, which has to
 * stay short.
 */
export const times = (full: number, quick: number): number => (readEnv().FULL_COUNTS ? full : quick)
