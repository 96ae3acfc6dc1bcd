import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { twoPeople } from '@/components/people/two-people'
import { ShareScreen } from '@/components/journal/share-screen'
import { FlowFrame } from '@/components/shell/flow-frame'
import { readHasParted } from '@/lib/couples/reads'
import { id as idSchema } from '@/lib/http/contract'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { translate } from '@/lib/messages/translate'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const id = idSchema.safeParse((await params).id)
  if (!id.success) notFound()
  return homePage(readHasParted, (hasParted, people) => (
    <FlowFrame
      locale={people.locale}
      back={{ href: `/journal/${id.data}`, label: translate(people.locale, journalMessages)('backToPage') }}
    >
      <ShareScreen people={twoPeople(people)} id={id.data} hasParted={hasParted} />
    </FlowFrame>
  ))
}
