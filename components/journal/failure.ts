import { failuresBy } from '@/lib/device/failures'
import { journalMessages } from '@/lib/messages/rooms/journal'

/** Why a page or a reply could not be kept, changed or removed. */
export const failureOf = failuresBy(journalMessages, { 'too-long': 'tooLong' })

/** Why a page could not be finished on this device. */
export const finishingFailureOf = failuresBy(journalMessages, { 'too-long': 'tooLong', unexpected: 'notFinished' })

/** Why a page could not be shared. */
export const sharingFailureOf = failuresBy(journalMessages, { 'too-long': 'tooLong', unexpected: 'notShared' })

/** Why a reply was not sent. Its text is stored on the device. */
export const replyFailureOf = failuresBy(journalMessages, {
  unreachable: 'notReplied',
  'not-now': 'notReplied',
  unexpected: 'notReplied',
  ended: 'noReply',
  'not-found': 'noReply',
  'page-taken-back': 'noReply',
})

/** Why a reply was not sent, where the device can't store its text: it is in the field only. */
export const unstoredReplyFailureOf = failuresBy(journalMessages, {
  unreachable: 'notRepliedNorStored',
  'not-now': 'notRepliedNorStored',
  unexpected: 'notRepliedNorStored',
  ended: 'noReplyNorStored',
  'not-found': 'noReplyNorStored',
  'page-taken-back': 'noReplyNorStored',
})
