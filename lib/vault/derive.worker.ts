// Runs Argon2 outside the page's thread and outside its content security policy: only scripts under /_next/static may
// compile WebAssembly.

import { argon2 } from './argon2'
import type { DeriveAnswer, DeriveTask } from './derive'

self.onmessage = async ({ data }: MessageEvent<DeriveTask>) => {
  let answer: DeriveAnswer
  try {
    answer = { bytes: await argon2(data.parameters, data.password, data.salt) }
  } catch (failure) {
    answer = { failed: String(failure) }
  }
  self.postMessage(answer)
}
