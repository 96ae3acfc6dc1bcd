import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { JournalScreen } from '@/components/journal/journal-screen'
import { PreloadRows } from '@/components/device/preload-rows'
import { twoPeople } from '@/components/people/two-people'
import { AppFrame } from '@/components/shell/app-frame'
import { id as idSchema } from '@/lib/http/contract'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { translate } from '@/lib/messages/translate'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const id = idSchema.safeParse((await params).id)
  if (!id.success) notFound()
  return homePage(
    async (scope) => scope.viewer.onlyMe,
    (onlyMe, people) => (
      <AppFrame
        locale={people.locale}
        quietWrite
        back={{ href: '/journal', label: translate(people.locale, journalMessages)('back') }}
      >
        <PreloadRows open={onlyMe} paths={[`/api/shared-entries/${id.data}`]} />
        <JournalScreen people={twoPeople(people)} />
      </AppFrame>
    ),
  )
}
