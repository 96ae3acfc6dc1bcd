import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { WithoutPartner } from '@/components/couples/without-partner'
import { SealedPage } from '@/components/device/sealed-page'
import { twoPeople } from '@/components/people/two-people'
import { ShareScreen } from '@/components/journal/share-screen'
import { FlowFrame } from '@/components/shell/flow-frame'
import { PageHeading } from '@/components/ui/page-heading'
import { readHasParted } from '@/lib/couples/reads'
import { id as idSchema } from '@/lib/http/contract'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { translate } from '@/lib/messages/translate'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const id = idSchema.safeParse((await params).id)
  if (!id.success) notFound()
  return homePage(readHasParted, (hasParted, people) => {
    const { partner, coupleId, locale } = people
    const t = translate(locale, journalMessages)
    return (
      <FlowFrame
        locale={locale}
        width={partner && coupleId ? 'sides' : 'flow'}
        back={{ href: `/journal/${id.data}`, label: t('backToPage') }}
      >
        {partner && coupleId ? (
          <ShareScreen people={{ ...twoPeople(people), partner, coupleId }} id={id.data} />
        ) : (
          <SealedPage>
            <PageHeading size="title">{t('share.alone')}</PageHeading>
            <WithoutPartner place="share" hasParted={hasParted} locale={locale}>
              {t('share.aloneLead')}
            </WithoutPartner>
          </SealedPage>
        )}
      </FlowFrame>
    )
  })
}
