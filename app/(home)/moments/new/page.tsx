import { WithoutPartner } from '@/components/couples/without-partner'
import { NewMoment } from '@/components/moments/new-moment'
import { SealedPage } from '@/components/device/sealed-page'
import { FlowFrame } from '@/components/shell/flow-frame'
import { PageHeading } from '@/components/ui/page-heading'
import { readHasParted } from '@/lib/couples/reads'
import type { People } from '@/lib/couples/people'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { translate } from '@/lib/messages/translate'
import type { Day } from '@/lib/time/day'
import { homePage } from '../../home-page'

export default function Page() {
  return homePage(
    async (scope) => ({ hasParted: await readHasParted(scope), startedOn: scope.viewer.startedOn }),
    (found, people) => <NewMomentPage {...found} people={people} />,
  )
}

type NewMomentPageProps = Readonly<{ people: People; hasParted: boolean; startedOn: Day | null }>

function NewMomentPage({ people: { me, partner, coupleId, locale }, hasParted, startedOn }: NewMomentPageProps) {
  const t = translate(locale, momentsMessages)
  return (
    <FlowFrame locale={locale} back={{ href: '/lately', label: t('back') }}>
      {partner && coupleId && startedOn ? (
        <SealedPage>
          <PageHeading size="title" className="mb-6">
            {t('title')}
          </PageHeading>
          <NewMoment
            coupleId={coupleId}
            slot={me.slot}
            partnerName={partner.name}
            zone={me.zone}
            startedOn={startedOn}
            locale={locale}
          />
        </SealedPage>
      ) : (
        <>
          <PageHeading size="title">{t('aloneTitle')}</PageHeading>
          <WithoutPartner place="moments" hasParted={hasParted} locale={locale}>
            {t('failure.alone')}
          </WithoutPartner>
        </>
      )}
    </FlowFrame>
  )
}
