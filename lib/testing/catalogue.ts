import { readdirSync } from 'node:fs'
import path from 'node:path'

export type MessageTree = string | { readonly [key: string]: MessageTree }

const ROOMS = 'lib/messages/rooms'

/** Every room of the catalogue in English: `journalMessages` of `rooms/journal.ts` is under `journal`. */
export const catalogue: Readonly<Record<string, MessageTree>> = Object.fromEntries(
  await Promise.all(
    readdirSync(ROOMS).map(async (file) => {
      const exported = (await import(/* @vite-ignore */ path.resolve(ROOMS, file))) as Record<
        string,
        { en: MessageTree }
      >
      const [[name, room] = ['', { en: '' }]] = Object.entries(exported)
      return [name.replace(/Messages$/, ''), room.en] as const
    }),
  ),
)

/** Each message with its key: 'journal.share.title'. */
export const messages = (tree: MessageTree = catalogue, key = ''): [string, string][] =>
  typeof tree === 'string'
    ? [[key, tree]]
    : Object.entries(tree).flatMap(([name, below]) => messages(below, key ? `${key}.${name}` : name))
