import { afterEach, describe, expect, test, vi } from 'vitest'
import * as argon2 from './argon2'
import { derivePhraseKeys } from './derive'
import { readProfile } from './kdf-profiles'
import { expectFailure } from './people.fixture'
import { toBase64url } from './base64url'

const salt = toBase64url(new Uint8Array(16))

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a KDF profile', () => {
  test('that this version does not have is refused before anything is derived', async () => {
    const derived = vi.spyOn(argon2, 'argon2')
    for (const kdf of [0, 2, 1.5, -1, NaN]) {
      await expectFailure('profile-unknown', () => derivePhraseKeys('any phrase at all', { kdf, salt }, 0))
    }
    for (const kdf of ['1', null, undefined, '__proto__', 'constructor', { memoryKib: 8 }, [1]]) {
      await expectFailure('profile-unknown', () => readProfile(kdf, 0))
    }
    expect(derived).not.toHaveBeenCalled()
  })

  test('lower than this device has seen is refused', async () => {
    await expectFailure('profile-downgrade', () => derivePhraseKeys('any phrase at all', { kdf: 1, salt }, 2))
  })

  test('needs a salt of exactly 16 bytes', async () => {
    for (const wrong of ['', 'AAAA', `${salt}=`, toBase64url(new Uint8Array(15)), toBase64url(new Uint8Array(17))]) {
      await expectFailure('bad-salt', () => derivePhraseKeys('any phrase at all', { kdf: 1, salt: wrong }, 0))
    }
  })
})

test('the wrapping key is not extractable', async () => {
  const { wrapKey } = await derivePhraseKeys('any phrase at all', { kdf: 1, salt }, 0)
  expect(wrapKey.extractable).toBe(false)
})
