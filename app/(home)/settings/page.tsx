import { FileText } from 'lucide-react'
import { homePage } from '@/app/(home)/home-page'
import { AboutYouForm } from '@/components/accounts/about-you-form'
import { Sessions } from '@/components/accounts/sessions'
import { SignOut } from '@/components/accounts/sign-out'
import { ThisDevice } from '@/components/accounts/this-device'
import { WritingHere } from '@/components/accounts/writing-here'
import { AppFrame } from '@/components/shell/app-frame'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { Icon } from '@/components/ui/icon'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import { readMe, readSessions } from '@/lib/accounts/reads'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'
import { dayIn } from '@/lib/time/day'
import { formatShortDay } from '@/lib/time/format'
import type { Scope } from '@/lib/db/with-viewer'

const read = async (scope: Scope) => ({ me: await readMe(scope), ...(await readSessions(scope)) })

// Every name that this engine knows, and the one that is chosen, which may be an alias that the list leaves out.
const zonesWith = (zone: string) => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', zone])].sort()

/** What is mine: name and zone, this device, the spare page, where I am signed in, and leaving. */
export default function SettingsPage() {
  return homePage(read, ({ me, sessions }, { me: { zone }, partner, locale, now }) => {
    const t = translate(locale, accountsMessages)
    const couples = translate(locale, couplesMessages)
    const today = dayIn(now, zone)
    const shown = sessions.map(({ id, label, current, signedInOn, lastUsedOn }) => {
      const first = formatShortDay(signedInOn, locale)
      const detail =
        lastUsedOn === today
          ? t('settings.sessionToday', { first })
          : t('settings.sessionUsed', { first, last: formatShortDay(lastUsedOn, locale) })
      return { id, label, current, detail }
    })
    return (
      <AppFrame locale={locale} quietWrite>
        <PageHeading>{t('settings.title')}</PageHeading>
        <div className="rail:grid rail:grid-cols-2 rail:gap-x-16">
          <div>
            <Section
              id="you"
              title={t('settings.you')}
              aside={<span className="text-small text-ink-3">{t('settings.youNote')}</span>}
            >
              <AboutYouForm key={`${me.name} ${zone}`} name={me.name} zone={zone} zones={zonesWith(zone)} />
              <p className="mt-4 text-small text-ink-3">{t('settings.email', { email: me.email })}</p>
            </Section>
            <Section id="look" title={t('settings.look')}>
              <ThemeSwitch className="max-w-120" />
            </Section>
            {partner ? (
              <Section id="partner" title={t('settings.partner', { name: partner.name })}>
                <Rows>
                  <Row title={t('settings.part')} detail={t('settings.partHint')} href="/settings/part" />
                </Rows>
              </Section>
            ) : (
              <Section id="partner" title={couples('alone.title')}>
                <Rows>
                  <Row title={couples('pair.title')} detail={couples('alone.inviteHint')} href="/pair" />
                </Rows>
              </Section>
            )}
          </div>
          <div>
            <Section id="device" title={t('settings.device')}>
              <ThisDevice onlyMe={me.onlyMe} />
              <WritingHere className="mt-7" />
            </Section>
            <Section id="spare" title={t('settings.spare')}>
              <Rows>
                <Row
                  icon={<Icon icon={FileText} />}
                  title={
                    me.sparePageSavedOn
                      ? t('settings.spareSaved', { day: formatShortDay(me.sparePageSavedOn, locale) })
                      : t('settings.spareNot')
                  }
                  detail={me.sparePageSavedOn ? null : t('spare.notYetDetail')}
                  href="/settings/spare-page"
                />
              </Rows>
            </Section>
            <Section id="sessions" title={t('settings.sessions')}>
              <Sessions sessions={shown} />
            </Section>
            <Section id="leave">
              <SignOut personId={me.id} />
            </Section>
          </div>
        </div>
      </AppFrame>
    )
  })
}
