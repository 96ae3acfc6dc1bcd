import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { JournalScreen } from '@/components/journal/journal-screen'
import { PreloadRows } from '@/components/device/preload-rows'
import { twoPeople } from '@/components/people/two-people'
import { AppFrame } from '@/components/shell/app-frame'
import { id as idSchema } from '@/lib/http/contract'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { translate } from '@/lib/messages/translate'

type OnePageOptions = Readonly<{
  /** Where the page's row is fetched, with its id at the end. */
  row: '/api/entries' | '/api/shared-entries'
  quietWrite?: boolean
}>

/** One page of the journal, private or shared. Its row is fetched while the journal opens. */
export async function journalPage(params: Promise<{ id: string }>, { row, quietWrite = false }: OnePageOptions) {
  const id = idSchema.safeParse((await params).id)
  if (!id.success) notFound()
  return homePage(
    async (scope) => scope.viewer.onlyMe,
    (onlyMe, people) => (
      <AppFrame
        locale={people.locale}
        quietWrite={quietWrite}
        className="beside-list"
        back={{ href: '/journal', label: translate(people.locale, journalMessages)('back') }}
      >
        <PreloadRows open={onlyMe} paths={[`${row}/${id.data}`]} />
        <JournalScreen people={twoPeople(people)} />
      </AppFrame>
    ),
  )
}
