import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import setUpCluster from './set-up-cluster.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** As set-up-cluster, with the app built from the present tree. */
export default async function setUp(): Promise<() => Promise<void>> {
  const preparing = spawn(process.execPath, [path.join(root, 'scripts', 'prepare.mjs')], {
    cwd: root,
    stdio: 'inherit',
  })
  const [code]: unknown[] = await once(preparing, 'exit')
  if (code !== 0) throw new Error('The app could not be built; its output is above.')
  return setUpCluster()
}
