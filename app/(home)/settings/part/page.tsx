import { homePage } from '@/app/(home)/home-page'
import { PartForm } from '@/components/couples/part-form'
import { FlowFrame } from '@/components/shell/flow-frame'
import { LinkButton, TextLink } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'

export default function Page() {
  return homePage(
    async () => null,
    (_, { partner, locale }) => (
      <FlowFrame locale={locale} back={{ href: '/settings', label: translate(locale, couplesMessages)('settings') }}>
        {partner ? <PartForm name={partner.name} /> : <NotPaired locale={locale} />}
      </FlowFrame>
    ),
  )
}

function NotPaired({ locale }: { locale: string }) {
  const t = translate(locale, couplesMessages)
  return (
    <>
      <PageHeading lead={t('part.aloneLead')}>{t('part.alone')}</PageHeading>
      <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2">
        <LinkButton variant="primary" href="/today">
          {t('part.today')}
        </LinkButton>
        <TextLink alone href="/pair">
          {t('parted.invite')}
        </TextLink>
      </div>
    </>
  )
}
