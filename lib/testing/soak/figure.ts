import { appendFileSync } from 'node:fs'
import { readEnv } from '../../env.ts'
import type { SuiteName } from './suites.ts'

/**
 * Says what a suite has done: `count` of what it counts, and perhaps more for its line, such as `p95 1.2x`. `npm run soak` adds the
 * counts up and prints them; elsewhere nobody listens.
 */
export function reportFigure(suite: SuiteName, count: number, more?: string): void {
  const file = readEnv().FIGURES_FILE
  if (file) appendFileSync(file, `${JSON.stringify({ suite, count, more })}\n`)
}
