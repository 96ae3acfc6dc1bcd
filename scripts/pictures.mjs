// `npm run pictures`: makes docs/pictures, which the README shows.
import { at, root } from './child.mjs'
import { ensureChromium } from './chromium.mjs'
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled, StepFailure } from './prepare.mjs'

const say = (line) => console.log(`fivefold  ${line}`)

try {
  checkNode()
  process.chdir(root)
  await ensureInstalled(say)
  await ensureGenerated(say)
  const { register } = await import('tsx/esm/api')
  register()
  await ensureBuilt(say)
  await ensureChromium(say)
  const { makePictures } = await import('../demo/pictures.ts')
  await makePictures(at('docs', 'pictures'), say)
} catch (error) {
  process.exitCode = 1
  console.error(error instanceof StepFailure ? `${error.output}\n${error.message}` : error)
}
