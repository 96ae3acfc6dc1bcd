// `npm run doctor`: says what is wrong with this installation. It changes nothing, so it installs nothing either.
import { existsSync } from 'node:fs'
import { at, root } from './child.mjs'
import { checkNode, StepFailure } from './prepare.mjs'

const say = (line) => console.log(`fivefold  ${line}`)

try {
  checkNode()
  if (!existsSync(at('node_modules', 'tsx'))) throw new StepFailure('Nothing is installed yet. Run npm start.')
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
  process.env.NODE_ENV = 'production'
  process.chdir(root)
  const { register } = await import('tsx/esm/api')
  register()
  const { examine } = await import('../lib/process/doctor/doctor.ts')
  if (!(await examine({ root, say }))) process.exitCode = 1
} catch (error) {
  if (!(error instanceof StepFailure)) throw error
  say(`wrong  ${error.message}`)
  process.exitCode = 1
}
