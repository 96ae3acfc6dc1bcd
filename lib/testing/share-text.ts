// A page that a person shares, through their own device.
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { SharedPage } from '@/lib/journal/share'
import { sealShare, sendShare, type OpenedSharedPage } from '@/lib/journal/sharing'
import type { TestPerson } from './people'

type SharedTextOptions = Readonly<{
  coupleId: string
  text: string
  wants?: SharedPage['wants']
  types?: IntimacyType[]
}>

/** Shares a reflection of these words. */
export const shareText = async (
  { device, vault }: TestPerson,
  { coupleId, text, wants = 'listen', types = [] }: SharedTextOptions,
): Promise<OpenedSharedPage> =>
  sendShare(
    device,
    vault(),
    await sealShare(device, vault(), {
      coupleId,
      page: { kind: 'reflection', words: { text }, wants, writtenDay: null },
      types,
    }),
  )
