import type { IndexedText } from '@/lib/device/opened-index'
import type { SharedEntryRow } from './contract'
import { firstWordsOfShared } from './first-words'
import type { SharedPage } from './share'

/** What the index of this device notes of a shared page. */
export function indexedSharedPage(
  page: SharedPage,
  { day, types }: Pick<SharedEntryRow, 'day' | 'types'>,
): IndexedText {
  const { text, isVoice } = firstWordsOfShared(page)
  return { kind: 'shared', day, types, words: text, isVoice, about: null }
}
