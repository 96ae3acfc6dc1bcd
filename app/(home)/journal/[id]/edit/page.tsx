import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { twoPeople } from '@/components/people/two-people'
import { EditScreen } from '@/components/journal/write-screen'
import { FlowFrame } from '@/components/shell/flow-frame'
import { id as idSchema } from '@/lib/http/contract'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { translate } from '@/lib/messages/translate'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const id = idSchema.safeParse((await params).id)
  if (!id.success) notFound()
  return homePage(
    async () => null,
    (_, people) => (
      <FlowFrame
        locale={people.locale}
        width="writing"
        back={{ href: `/journal/${id.data}`, label: translate(people.locale, journalMessages)('backToPage') }}
      >
        <EditScreen people={twoPeople(people)} id={id.data} />
      </FlowFrame>
    ),
  )
}
