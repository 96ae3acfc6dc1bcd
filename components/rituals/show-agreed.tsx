import { TwoMarksGesture } from '@/components/people/two-marks-gesture'
import { showToast } from '@/components/ui/toast'
import { setMark } from '@/lib/local-marks'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'

type AgreedToast = Readonly<{
  /** Removed: the yes is drawn once. */
  mark: string
  title: string
  locale: string
}>

/** Says once, before its page was opened, that both have said yes to a ritual that the viewer proposed. */
export function showAgreed({ mark, title, locale }: AgreedToast): void {
  const t = translate(locale, ritualsMessages)
  setMark(mark, false)
  showToast({
    text: t('one.agreedTo', { title }),
    sign: <TwoMarksGesture end="beside" moves className="h-6! flex-none text-on-primary!" />,
  })
}
