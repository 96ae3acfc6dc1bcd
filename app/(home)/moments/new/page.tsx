import { WithoutPartner } from '@/components/couples/without-partner'
import { NewMoment } from '@/components/moments/new-moment'
import { SealedPage } from '@/components/device/sealed-page'
import { ExampleFlower } from '@/components/people/example-flower'
import { Beside } from '@/components/shell/beside'
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
    <FlowFrame
      locale={locale}
      width={partner && coupleId && startedOn ? 'sides' : 'flow'}
      back={{ href: '/lately', label: t('back') }}
    >
      {partner && coupleId && startedOn ? (
        <SealedPage>
          <Beside picture={<ExampleFlower locale={locale} />}>
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
          </Beside>
        </SealedPage>
      ) : (
        <>
          <PageHeading size="title">{t('title')}</PageHeading>
          <WithoutPartner place="moments" hasParted={hasParted} locale={locale}>
            {t('alone')}
          </WithoutPartner>
        </>
      )}
    </FlowFrame>
  )
}
