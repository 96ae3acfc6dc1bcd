// `npm run bench`: what we cost beside a bare app of the same framework (bench/README.md). `npm run bench -- --only=list20,today` measures
// some of it, `npm run bench -- --quick` all of it a little.
import { run } from './child.mjs'
import { ensureBuilt, ensureGenerated, ensureInstalled } from './prepare.mjs'

const say = (line) => console.log(`fivefold  ${line}`)
await ensureInstalled(say)
await ensureGenerated(say)
await ensureBuilt(say)
const { code } = await run(['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)], {
  onText: (text) => process.stdout.write(text),
})
process.exitCode = code
