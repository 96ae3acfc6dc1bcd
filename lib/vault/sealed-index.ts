// What this device remembers of the rows that were opened on it, sealed under the vault key and padded like the floors.
// What it holds is the caller's (lib/device/opened-index.ts).

import { utf8, type Bytes } from './base64url'
import { pad } from './padding'
import { encodeLabel, importAesKey, openBlob, sealBlob, type Blob64 } from './primitives'
import { parseJson, type Json } from './strict-json'

type Owner = Readonly<{ uid: string; vaultKey: Bytes }>

const label = (uid: string) => encodeLabel('index', uid)

/** Seals an index under the vault key. */
export const sealIndex = async ({ uid, vaultKey }: Owner, index: Json): Promise<Blob64> =>
  sealBlob(await importAesKey(vaultKey), pad(utf8(JSON.stringify(index))), label(uid))

/** Opens a sealed index. Throws `bad-format` if it is another person's, under another key, or changed. */
export const openIndex = async ({ uid, vaultKey }: Owner, sealed: string): Promise<Json> =>
  parseJson(await openBlob(await importAesKey(vaultKey), sealed, label(uid), 'bad-format'), 'bad-format')
