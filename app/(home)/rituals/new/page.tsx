import { redirect } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { ProposeForm } from '@/components/rituals/propose-form'
import { FlowFrame } from '@/components/shell/flow-frame'
import { PageHeading } from '@/components/ui/page-heading'
import { weekStartFor } from '@/lib/couples/reads'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { dayIn } from '@/lib/time/day'

export default function Page() {
  return homePage(
    async (db) => weekStartFor(db),
    (weekStart, { me, partner, coupleId, locale, now }) => {
      if (!partner || !coupleId) redirect('/rituals')
      const t = translate(locale, ritualsMessages)
      return (
        <FlowFrame locale={locale} back={{ href: '/rituals', label: t('back') }}>
          <PageHeading size="title" lead={t('propose.lead', { name: partner.name })}>
            {t('propose.title')}
          </PageHeading>
          <ProposeForm
            me={me}
            partner={partner}
            partnerName={partner.name}
            coupleId={coupleId}
            locale={locale}
            weekStart={weekStart}
            today={dayIn(now, me.zone)}
            serverNow={now.getTime()}
          />
        </FlowFrame>
      )
    },
  )
}
