import { notFound, redirect } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { SuggestForm } from '@/components/rituals/suggest-form'
import { FlowFrame } from '@/components/shell/flow-frame'
import { weekStartFor } from '@/lib/couples/reads'
import type { Scope } from '@/lib/db/with-viewer'
import { id as uuid } from '@/lib/http/contract'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { openTermsOf } from '@/lib/rituals/discussion'
import { readRitual } from '@/lib/rituals/reads'
import { dayIn } from '@/lib/time/day'
import { orNull } from '@/lib/http/or-null'

export default async function Page({ params }: Readonly<{ params: Promise<{ id: string }> }>) {
  const id = uuid.safeParse((await params).id)
  const read = async (scope: Scope) => {
    if (!id.success) return null
    const ritual = await orNull(readRitual(scope, id.data))
    return ritual && { ritual, weekStart: await weekStartFor(scope) }
  }
  return homePage(read, (found, { me, partner, locale, now }) => {
    if (!found || !partner) notFound()
    const { ritual, weekStart } = found
    const t = translate(locale, ritualsMessages)
    const back = `/rituals/${ritual.id}`
    if (ritual.endedAt !== null) redirect(back)
    return (
      <FlowFrame
        locale={locale}
        width="sides"
        className="max-rail:pb-4"
        back={{ href: back, label: (openTermsOf(ritual) ?? ritual.terms).title }}
      >
        <header className="flex flex-wrap gap-x-2">
          <h1 tabIndex={-1} className="type-overline">
            {t('terms.suggest')}
          </h1>
          <p className="text-smallest text-ink-3">{t(ritual.terms.agreed ? 'terms.lead' : 'terms.leadProposal')}</p>
        </header>
        <SuggestForm
          ritual={ritual}
          myId={me.id}
          me={me}
          partner={partner}
          partnerName={partner.name}
          locale={locale}
          weekStart={weekStart}
          today={dayIn(now, me.zone)}
          serverNow={now.getTime()}
        />
      </FlowFrame>
    )
  })
}
