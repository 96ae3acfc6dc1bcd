import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'

/** For the keyboard: skips the navigation. */
export const SkipLink = ({ locale }: { locale: string }) => (
  <a
    href="#main"
    className="no-print fixed start-4 top-4 z-20 -translate-y-40 rounded-control bg-primary px-4 py-3 text-on-primary focus:translate-y-0"
  >
    {translate(locale, shellMessages)('skip')}
  </a>
)
