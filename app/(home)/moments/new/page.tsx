import { Parted } from '@/components/couples/parted'
import { NewMoment } from '@/components/moments/new-moment'
import { SealedPage } from '@/components/device/sealed-page'
import { FlowFrame } from '@/components/shell/flow-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { readHasParted } from '@/lib/couples/reads'
import type { People } from '@/lib/couples/people'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { translate } from '@/lib/messages/translate'
import { homePage } from '../../home-page'

export default function Page() {
  return homePage(readHasParted, (hasParted, people) => <NewMomentPage people={people} hasParted={hasParted} />)
}

type NewMomentPageProps = Readonly<{ people: People; hasParted: boolean }>

function NewMomentPage({ people: { me, partner, coupleId, locale }, hasParted }: NewMomentPageProps) {
  const t = translate(locale, momentsMessages)
  return (
    <FlowFrame locale={locale} back={{ href: '/lately', label: t('back') }}>
      {partner && coupleId ? (
        <SealedPage>
          <PageHeading size="title" lead={t('lead')} className="mb-6">
            {t('title')}
          </PageHeading>
          <NewMoment coupleId={coupleId} partnerName={partner.name} zone={me.zone} locale={locale} />
        </SealedPage>
      ) : (
        <>
          <PageHeading size="title">{t('title')}</PageHeading>
          {hasParted ? (
            <Parted place="moments" locale={locale} />
          ) : (
            <EmptyState
              action={
                <LinkButton href="/pair" variant="primary">
                  {t('invite')}
                </LinkButton>
              }
            >
              {t('alone')}
            </EmptyState>
          )}
        </>
      )}
    </FlowFrame>
  )
}
