// The one sentence on what whoever runs this server can read is held to the table of /privacy: each field that they can
// read is one of its parts, and each field whose words they can't is left out of it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { kept } from './kept'

const sentence = shellMessages.en.host

/** By the parts of the sentence, the fields of the table. */
const CAN: Readonly<Record<string, readonly string[]>> = {
  'names and emails': ['person', 'email', 'publicKeys'],
  'when you use it': ['sessions', 'sparePage', 'couple', 'invites'],
  'your rituals and plans': ['rituals', 'plans', 'weekReady', 'takingPart'],
  'every answer that is a choice or a number': [
    ...['hopes', 'checkIns', 'felt', 'monthHelps', 'monthNotesAbout', 'monthClosings'],
    ...['sharedAbout', 'repliesAbout', 'momentsAbout'],
  ],
}
const CANT: Readonly<Record<string, readonly string[]>> = {
  pages: ['pages', 'pagesAbout', 'shared', 'drafts', 'sealedUse'],
  moments: ['moments'],
  replies: ['replies'],
  notes: ['monthNotes', 'meanings', 'planLines', 'monthChanges'],
}
/** Neither words nor facts of a person: keys, and hashes of what signs in. */
const KEYS = ['phrase', 'proofs', 'keyring', 'deviceKey', 'knownDevice', 'attempts']

const lines = kept.flatMap((group) => group.lines)
const [can = '', cant = ''] = sentence.split(', but not the words of ')

test('every field that the server can read is in the sentence, and no other', () => {
  const readable = lines.filter(({ server }) => server === 'yes').map(({ key }) => key as string)
  expect(Object.values(CAN).flat().toSorted()).toEqual(readable.toSorted())
  for (const part of Object.keys(CAN)) expect(can).toContain(part)
})

test('every field whose words it can’t read is in the rest of the sentence', () => {
  const sealed = lines
    .filter(({ server, key }) => server !== 'yes' && !KEYS.includes(key))
    .map(({ key }) => key as string)
  expect(Object.values(CANT).flat().toSorted()).toEqual(sealed.toSorted())
  for (const part of Object.keys(CANT)) expect(cant).toContain(part)
})

test('it stands where people decide, and nothing else says who can read', () => {
  const root = path.join(import.meta.dirname, '..', '..')
  const places = {
    'app/(open)/page.tsx': '<WhatHostReads />',
    'app/(open)/support/page.tsx': '<WhatHostReads />',
    'components/couples/invited-by.tsx': '<WhatHostReads />',
    'components/check-ins/check-in-form.tsx': '<WhatHostReads of="numbers" />',
  }
  for (const [file, place] of Object.entries(places))
    expect([file, readFileSync(path.join(root, file), 'utf8').includes(place)]).toEqual([file, true])
})
