// The size of the scripts of a page's first load, from the output of `next build`.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** The scripts of one page's first load. `gzipped` is the sum of each file at gzip level 6, in bytes. */
export type FirstLoad = Readonly<{ page: string; gzipped: number; chunks: readonly Chunk[] }>

/** `file` as a browser asks for it, `/_next/static/...`. */
type Chunk = Readonly<{ file: string; gzipped: number }>

type RouteStats = Readonly<{ route: string; firstLoadChunkPaths: readonly string[] }>

/**
 * Every page of a built tree, heaviest first: what its own parts need, and the pages shown in place of it where something fails. Leaves
 * out what only browsers without modules load. `root` is the tree's folder.
 */
export function firstLoads(root: string): FirstLoad[] {
  const stats = JSON.parse(
    readFileSync(path.join(root, '.next', 'diagnostics', 'route-bundle-stats.json'), 'utf8'),
  ) as RouteStats[]
  const weights = new Map<string, number>()
  const weigh = (built: string): Chunk => {
    const known = weights.get(built)
    const gzipped = known ?? gzipSync(readFileSync(path.join(root, built)), { level: 6 }).length
    weights.set(built, gzipped)
    return { file: built.replace(/^\.next\//, '/_next/'), gzipped }
  }
  return stats
    .map(({ route, firstLoadChunkPaths }) => {
      const chunks = firstLoadChunkPaths.map(weigh)
      return { page: route, gzipped: chunks.reduce((sum, { gzipped }) => sum + gzipped, 0), chunks }
    })
    .sort((a, b) => b.gzipped - a.gzipped)
}
