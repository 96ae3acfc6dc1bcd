// The certificates of a home in its data folder: a folder for each host, so that a change of the address and back finds the authority that
// devices trust already.
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { errorCodeOf } from '../db/connection.ts'
import { PlainFailure } from '../plain-failure.ts'
import { isRenewalDue, makeAuthority, makeServerCertificate, validityOf, type Certified } from './certificates.ts'

export type KeptCertificates = Readonly<{
  authority: Certified
  server: Certified
  /** Whether the authority was made just now: no device trusts it yet. */
  isNewAuthority: boolean
}>

/** The folder of everything that `--home` keeps, below the data folder. */
export const homeFolderOf = (dataFolder: string): string => path.join(dataFolder, 'home')

/**
 * Returns the certificates of `host`, and makes those that are missing or end soon. An authority that ends soon is made anew too: each
 * device then has to trust the new one. Throws a PlainFailure for a file that holds something else.
 */
export async function keepCertificates(dataFolder: string, host: string, now: Date): Promise<KeptCertificates> {
  const authorityFile = authorityFileOf(dataFolder, host)
  const folder = path.dirname(authorityFile)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const serverFile = path.join(folder, 'server.pem')

  const known = readPair(authorityFile, `remove ${folder}; each device then has to trust the new authority`)
  const isGood = known !== null && !isRenewalDue(validityOf(known.certificate), now)
  if (known && !isGood) rmSync(authorityFile)
  const authority = isGood ? known : writePair(authorityFile, await makeAuthority(host, now))

  const kept = readPair(serverFile, `remove ${serverFile}`)
  const isCurrent = kept && isSignedBy(kept, authority) && !isRenewalDue(validityOf(kept.certificate), now)
  const server = isCurrent ? kept : replacePair(serverFile, await makeServerCertificate(host, authority, now))
  return { authority, server, isNewAuthority: !isGood }
}

function isSignedBy({ certificate }: Certified, authority: Certified): boolean {
  return new X509Certificate(certificate).verify(new X509Certificate(authority.certificate).publicKey)
}

/** The certificate of the authority of `host` as PEM, or null before the first start. Throws a PlainFailure for a file that holds something else. */
export function readAuthority(dataFolder: string, host: string): string | null {
  const file = authorityFileOf(dataFolder, host)
  return (
    readPair(file, `remove ${path.dirname(file)}; each device then has to trust the new authority`)?.certificate ?? null
  )
}

const authorityFileOf = (dataFolder: string, host: string): string =>
  path.join(homeFolderOf(dataFolder), host.replaceAll(':', '_'), 'authority.pem')

/** Key and certificate are in one file, so that no other moment can part them. */
const toText = ({ key, certificate }: Certified) => key + certificate

function readPair(file: string, otherwise: string): Certified | null {
  if (!existsSync(file)) return null
  const [key = '', certificate = ''] =
    readFileSync(file, 'utf8').match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----\n/g) ?? []
  try {
    if (new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) return { key, certificate }
  } catch {
    // said below
  }
  throw new PlainFailure(`${file} does not contain a key and its certificate: restore it from a copy, or ${otherwise}.`)
}

/** Writes a temporary file and links it, so that two processes that start at once keep the same pair. */
function writePair(file: string, pair: Certified): Certified {
  const part = writePart(file, pair)
  try {
    linkSync(part, file)
    return pair
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error
    return readPair(file, 'remove it') ?? pair
  } finally {
    rmSync(part)
  }
}

function replacePair(file: string, pair: Certified): Certified {
  renameSync(writePart(file, pair), file)
  return pair
}

function writePart(file: string, pair: Certified): string {
  const part = `${file}.part-${process.pid}`
  writeFileSync(part, toText(pair), { mode: 0o600 })
  return part
}
