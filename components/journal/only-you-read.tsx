import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { ownPagesMessages } from '@/lib/messages/rooms/own-pages'
import { translate } from '@/lib/messages/translate'

/** That only the viewer can read the pages below. For a person without a partner: a shared page names its readers. */
export const OnlyYouRead = ({ locale, className }: { locale: string; className?: string }) => (
  <p className={classes('flex items-center gap-2 text-small text-ink-3', className)}>
    <Icon icon="lock" size={16} />
    {translate(locale, ownPagesMessages)('onlyYou')}
  </p>
)
