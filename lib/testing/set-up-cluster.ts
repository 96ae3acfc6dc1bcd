import { startTestCluster, tellChildren, toldCluster } from './cluster.ts'

/** What tests with a database do first: a cluster for the run, unless whoever runs them has one. Answers what takes it down. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (toldCluster()) return async () => {}
  const { cluster, stop } = await startTestCluster()
  tellChildren(cluster)
  return stop
}
