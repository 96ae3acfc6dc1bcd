import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { isPortTaken } from '../db/ports'
import { childEnv } from '../env'
import { cloneDatabase, theCluster } from './cluster'
import { connect, withConnection } from '../db/connection'
import { until } from './until'

const root = path.join(import.meta.dirname, '..', '..')

test('a killed process leaves neither server nor folder of its cluster', async () => {
  const script = `
    const { startTestCluster, clusterUrl } = await import('./lib/testing/cluster.ts')
    const { withConnection } = await import('./lib/db/connection.ts')
    const { cluster } = await startTestCluster()
    const rows = await withConnection(clusterUrl(cluster, 'postgres', 'postgres'), async (db) => (await db.query("select current_setting('data_directory') as folder")).rows)
    console.log(JSON.stringify({ ...rows[0], port: cluster.port }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: root,
    env: childEnv({ TEST_CLUSTER: undefined }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  await until('the cluster is up', () => output.endsWith('\n'))
  const { folder, port } = z.object({ folder: z.string(), port: z.int() }).parse(JSON.parse(output))
  expect(existsSync(folder)).toBe(true)
  child.kill('SIGKILL')
  await until('the server is gone', async () => !(await isPortTaken(port)))
  await until('the folder is gone', () => !existsSync(path.dirname(folder)))
})

test('every test has a database of its own, which no other role may enter', async () => {
  const [firstPerson, secondPerson] = await Promise.all([cloneDatabase(theCluster()), cloneDatabase(theCluster())])
  await withConnection(firstPerson.ownerUrl, (db) => db.query('create table mine (id int)'))
  await withConnection(secondPerson.ownerUrl, async (db) => {
    await expect(db.query('select from mine')).rejects.toThrow('does not exist')
  })
  await firstPerson.drop()
  await expect(connect(firstPerson.webUrl)).rejects.toThrow('does not exist')
  await secondPerson.drop()
})
