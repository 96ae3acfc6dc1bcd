// `npm run fuzz`: 50,000 requests made from the contracts, against the built app and a PostgreSQL of its own. `npm run fuzz -- 5000 7`
// sends 5,000 with the seed 7. Ends with 1 if one was answered with a 5xx, or a route was never done.
import { run } from './child.mjs'
import { ensureBuilt, ensureGenerated, ensureInstalled } from './prepare.mjs'

const say = (line) => console.log(`fivefold  ${line}`)
await ensureInstalled(say)
await ensureGenerated(say)
await ensureBuilt(say)
const { code } = await run(['--import', 'tsx', 'lib/testing/fuzz/whole.ts', ...process.argv.slice(2)], {
  onText: (text) => process.stdout.write(text),
})
process.exitCode = code
