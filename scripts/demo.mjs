// `npm run demo`: a couple and half a year of their life, in a folder and on a port of its own. `npm run demo -- --remove` removes it
// again. It reads no `.env`, which is of the home in this clone.
import { root } from './child.mjs'
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled, StepFailure } from './prepare.mjs'
import { watchParents } from './watch-parents.mjs'

const began = performance.now()
const remove = process.argv.includes('--remove')
const say = (line) => console.log(`fivefold  ${line}`)

function giveUp(sentence) {
  for (const line of sentence.split('\n')) console.error(`fivefold  ${line}`)
  process.exit(1)
}

try {
  checkNode()
  process.env.PORT ||= '3005'
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', NODE_ENV: 'production' })
  await ensureInstalled(say)
  await ensureGenerated(say)
  watchParents()
  process.chdir(root)
  const { register } = await import('tsx/esm/api')
  register()
  const { main, refuseHome } = await import('../demo/main.ts')
  refuseHome({ root, giveUp })
  if (!remove) await ensureBuilt(say)
  const links = await main({ root, remove, say, giveUp })
  if (links.length > 0) {
    say(
      `ready after ${((performance.now() - began) / 1000).toFixed(1)} s; Ctrl-C stops it, npm run demo -- --remove removes it`,
    )
    say('Each link signs in by itself; both can be open in one browser:')
    for (const link of links) say(`  ${link}`)
  }
} catch (error) {
  if (!(error instanceof StepFailure)) throw error
  if (error.output) console.error(error.output)
  giveUp(error.message)
}
