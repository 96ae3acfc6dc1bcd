import { homePage } from '@/app/(home)/home-page'
import { JournalScreen } from '@/components/journal/journal-screen'
import { PreloadRows } from '@/components/device/preload-rows'
import { twoPeople } from '@/components/people/two-people'
import { AppFrame } from '@/components/shell/app-frame'

export default function Page() {
  return homePage(
    async (scope) => scope.viewer.onlyMe,
    (onlyMe, people) => (
      <AppFrame locale={people.locale}>
        <PreloadRows open={onlyMe} paths={['/api/couple', '/api/entries?limit=30']} />
        <JournalScreen people={twoPeople(people)} />
      </AppFrame>
    ),
  )
}
