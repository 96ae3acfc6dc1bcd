import { TwoMarksGesture } from '@/components/people/two-marks-gesture'
import { showToast } from '@/components/ui/toast'
import { isMarked, setMark } from '@/lib/local-marks'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'
import { invitedMark } from './invited-mark'

/** Says once, on whatever page the inviter is, that the person they invited has joined. */
export function showJoined(uid: string, name: string, locale: string): void {
  const mark = invitedMark(uid)
  if (!isMarked(mark)) return
  setMark(mark, false)
  showToast({
    text: translate(locale, couplesMessages)('pair.joined', { name }),
    sign: <TwoMarksGesture end="beside" moves className="h-6! flex-none text-on-primary!" />,
  })
}
