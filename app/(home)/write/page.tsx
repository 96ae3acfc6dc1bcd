import { homePage } from '@/app/(home)/home-page'
import { twoPeople } from '@/components/people/two-people'
import { WriteScreen } from '@/components/journal/write-screen'
import { FlowFrame } from '@/components/shell/flow-frame'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { translate } from '@/lib/messages/translate'

export default function Page() {
  return homePage(
    async () => null,
    (_, people) => (
      <FlowFrame
        locale={people.locale}
        width="writing"
        back={{ href: '/journal', label: translate(people.locale, journalMessages)('back') }}
      >
        <WriteScreen people={twoPeople(people)} kind="reflection" />
      </FlowFrame>
    ),
  )
}
