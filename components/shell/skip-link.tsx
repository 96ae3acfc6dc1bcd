import { shellMessages } from '@/lib/messages/rooms/shell'
import { translate } from '@/lib/messages/translate'

/** For the keyboard: skips the navigation. */
export const SkipLink = ({ locale }: { locale: string }) => (
  <a href="#main" className="no-print skip-link">
    {translate(locale, shellMessages)('skip')}
  </a>
)
