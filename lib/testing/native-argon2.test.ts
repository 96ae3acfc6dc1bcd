import { expect, test } from 'vitest'
import { argon2 } from '@/lib/vault/argon2'
import { utf8 } from '@/lib/vault/base64url'
import { parametersOf, readProfile } from '@/lib/vault/kdf-profiles'
import { nativeArgon2 } from './native-argon2'

test('a device in Node derives the same key as a browser', async () => {
  const parameters = parametersOf(readProfile(1, 0))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  for (const phrase of ['dois gatos à janela', crypto.randomUUID()]) {
    expect(await nativeArgon2(parameters, utf8(phrase), salt)).toEqual(await argon2(parameters, utf8(phrase), salt))
  }
})
