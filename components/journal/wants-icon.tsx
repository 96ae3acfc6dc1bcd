import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'
import type { Wants } from '@/lib/journal/share'

const icons: Readonly<Record<Wants, IconName>> = {
  listen: 'ear',
  comfort: 'umbrella',
  ideas: 'messages-square',
  nothing: 'feather',
}

/** What the author of a page wants of its reader. The word must be beside it. */
export const WantsIcon = ({ wants, size }: { wants: Wants; size: number }) => <Icon icon={icons[wants]} size={size} />
