import { startTestCluster, tellChildren, toldCluster } from './cluster.ts'

/** Vitest's set-up: a cluster for the run, unless whoever runs vitest has one. Answers what takes it down. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (toldCluster()) return async () => {}
  const { cluster, stop } = await startTestCluster()
  tellChildren(cluster)
  return stop
}
