import { VaultError } from './vault-error'

export type ProfileParameters = Readonly<{ memoryKib: number; passes: number; lanes: number }>

/** The number of a compiled-in profile. The server names a number, never parameters. */
export type KdfProfile = 1

const PROFILES: Readonly<Record<KdfProfile, ProfileParameters>> = Object.freeze({
  // Argon2id v1.3, RFC 9106's second choice of memory and passes, with one lane
  1: Object.freeze({ memoryKib: 65_536, passes: 3, lanes: 1 }),
})

/** The profile of new phrases. */
export const CURRENT_PROFILE: KdfProfile = 1

/** The Argon2id parameters of a profile. */
export const parametersOf = (profile: KdfProfile): ProfileParameters => PROFILES[profile]

/**
 * Reads the profile that the server named. It must be compiled in, and not below `highestSeen`, the highest that this
 * device has seen for the account (0 for none). Throws `profile-unknown` or `profile-downgrade`, before anything is
 * derived or sent.
 */
export function readProfile(named: unknown, highestSeen: number): KdfProfile {
  if (named !== 1) throw new VaultError('profile-unknown')
  if (named < highestSeen) throw new VaultError('profile-downgrade')
  return named
}
