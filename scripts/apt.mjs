// Debian packages, on a machine where installing them is ours to do.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether this process may install packages: as root, on Debian or a system like it. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs those of the packages that this system has. */
export async function installWithApt(say, packages) {
  say(`installing ${packages.join(' and ')} with apt-get ...`)
  const from = performance.now()
  const command = `apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(apt-cache pkgnames | grep -xE '${packages.join('|')}')`
  const code = await endOf('sh', ['-c', command])
  say(
    `installing with apt-get: ${code === 0 ? 'done' : 'failed'} in ${((performance.now() - from) / 1000).toFixed(1)} s`,
  )
}

/** Installs those of the packages that are missing, where this process may. Otherwise it says what is missing. */
export async function ensurePackages(say, packages) {
  let missing = await missingOf(packages)
  if (missing.length > 0 && mayInstall()) {
    await installWithApt(say, missing)
    missing = await missingOf(packages)
  }
  if (missing.length > 0)
    say(`missing: ${missing.join(', ')}. On Debian, root installs them with apt-get install ${missing.join(' ')}`)
}

async function missingOf(packages) {
  const missing = []
  for (const name of packages) if ((await endOf('dpkg-query', ['--show', name])) !== 0) missing.push(name)
  return missing
}

function endOf(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', program === 'sh' ? 'inherit' : 'ignore'] })
  return new Promise((done) => child.once('error', () => done(1)).once('close', done))
}
