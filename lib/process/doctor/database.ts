// What the database says of itself. The sentences are made here, the statements are in lib/db/inspect-database.ts.
import type { DatabaseReading } from '../../db/inspect-database.ts'
import { right, wrong, type Finding } from './finding.ts'

const OLDEST_VERSION = 15

export function checkVersion({ version, versionText }: DatabaseReading): Finding {
  if (version < OLDEST_VERSION)
    return wrong('database', `it is PostgreSQL ${versionText}. Update it to ${OLDEST_VERSION} or newer.`)
  return right('database', `PostgreSQL ${versionText} answers`)
}

/** Checks that what was answered as saved survives a crash, for the owner and for the role of requests. */
export function checkDurability({ settings }: DatabaseReading): Finding {
  const off = [...new Set(settings.filter(({ setting }) => setting === 'off').map(({ name }) => name))]
  if (off.length > 0)
    return wrong(
      'crashes',
      `${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} off in PostgreSQL, so a crash could lose what was saved. Turn ${off.length === 1 ? 'it' : 'them'} on.`,
    )
  return right('crashes', 'fsync, synchronous_commit and full_page_writes are on')
}

export function checkRoles({ owner, web, webRole, webFault }: DatabaseReading): Finding {
  const about = 'roles'
  const remedy = 'Start Fivefold again: it puts that right, or prints the SQL that does.'
  if (owner === web)
    return wrong(about, `the owner ${owner} is also the role of requests. Give DATABASE_URL another role.`)
  if (!webRole) return wrong(about, `the role ${web}, under which requests run, is missing. ${remedy}`)
  const powers = [
    webRole.isSuperuser && 'is a superuser',
    webRole.bypassesPolicies && 'bypasses the policies',
    webRole.makesRoles && 'may make roles',
  ].filter((power) => power !== false)
  if (powers.length > 0) return wrong(about, `the role ${web} of requests ${powers.join(' and ')}. ${remedy}`)
  if (webRole.isOwner)
    return wrong(
      about,
      `the role ${web} of requests may act as ${owner}. Run in the database: revoke "${owner}" from "${web}"`,
    )
  if (webRole.owns > 0)
    return wrong(
      about,
      `the role ${web} of requests owns ${webRole.owns} ${webRole.owns === 1 ? 'object' : 'objects'}, and an owner passes the policies. Run in the database, as a superuser: reassign owned by "${web}" to "${owner}"`,
    )
  if (webFault === 'password')
    return wrong(
      about,
      `the role ${web} was made with another secret. Put back the secret that this database was made with.`,
    )
  if (webFault) return wrong(about, `the role ${web} of requests can’t connect (${webFault}). ${remedy}`)
  return right(about, `${owner} owns the tables, and requests run as ${web}, which policies limit`)
}

export function checkMigrations({ missing, migrationFault }: DatabaseReading): Finding {
  const about = 'tables'
  if (migrationFault) return wrong(about, migrationFault)
  if (missing.length === 0) return right(about, 'they are those of this Fivefold')
  return wrong(
    about,
    `they are of an older Fivefold: ${missing.length} ${missing.length === 1 ? 'migration is' : 'migrations are'} missing. Run npm start, which makes a backup and then migrates.`,
  )
}
