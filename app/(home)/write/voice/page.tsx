import { homePage } from '@/app/(home)/home-page'
import { twoPeople } from '@/components/people/two-people'
import { VoiceBack } from '@/components/journal/voice-back'
import { WriteScreen } from '@/components/journal/write-screen'
import { FlowFrame } from '@/components/shell/flow-frame'

export default function Page() {
  return homePage(
    async () => null,
    (_, people) => (
      <FlowFrame locale={people.locale} width="sides" start={<VoiceBack />}>
        <WriteScreen people={twoPeople(people)} kind="voice" />
      </FlowFrame>
    ),
  )
}
