// `npm run tamper`: 5,000 lies of a server, each of which a device must refuse. `npm run tamper -- 20000` tries 20,000.
import { run } from './child.mjs'
import { ensureGenerated, ensureInstalled } from './prepare.mjs'

const say = (line) => console.log(`fivefold  ${line}`)
await ensureInstalled(say)
await ensureGenerated(say)
const { code } = await run(
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'lib/testing/lying-server.test.ts'],
  {
    env: { TAMPER_CASES: process.argv[2] ?? '5000' },
    onText: (text) => process.stdout.write(text),
  },
)
process.exitCode = code
