import { startTestCluster, passToChildren, passedCluster } from './cluster.ts'

/** Starts a cluster for the run, unless the parent process passed one. Returns what stops it. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (passedCluster()) return async () => {}
  const { cluster, stop } = await startTestCluster()
  passToChildren(cluster)
  return stop
}
