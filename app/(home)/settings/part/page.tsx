import { homePage } from '@/app/(home)/home-page'
import { PartForm } from '@/components/couples/part-form'
import { FlowFrame } from '@/components/shell/flow-frame'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { translate } from '@/lib/messages/translate'

export default function Page() {
  return homePage(
    async () => null,
    (_, { partner }) => (
      <FlowFrame back={{ href: '/settings', label: translate('couples')('settings') }}>
        {partner ? <PartForm name={partner.name} /> : <NotPaired />}
      </FlowFrame>
    ),
  )
}

function NotPaired() {
  const t = translate('couples')
  return (
    <>
      <PageHeading lead={t('part.aloneLead')}>{t('part.alone')}</PageHeading>
      <div className="mt-6 flex flex-wrap gap-2.5">
        <LinkButton variant="primary" href="/today">
          {t('part.today')}
        </LinkButton>
        <LinkButton variant="outline" href="/pair">
          {t('part.invite')}
        </LinkButton>
      </div>
    </>
  )
}
