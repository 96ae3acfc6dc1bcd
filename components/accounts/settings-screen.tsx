'use client'
import { useState, type ComponentProps } from 'react'
import { useToday } from '@/components/people/use-today'
import { AppFrame } from '@/components/shell/app-frame'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { Icon } from '@/components/ui/icon'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import { LIMITS } from '@/lib/limits'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { translate } from '@/lib/messages/translate'
import type { Day } from '@/lib/time/day'
import { formatShortDay } from '@/lib/time/format'
import { AboutYouForm } from './about-you-form'
import { Sessions } from './sessions'
import { SignOut } from './sign-out'
import { ThisDevice } from './this-device'
import { WritingSettings } from './writing-settings'

const MOST_MEGABYTES = LIMITS.sealedBytes / 1024 / 1024

type SettingsScreenProps = Readonly<{
  me: Readonly<{
    id: string
    name: string
    email: string
    zone: string
    onlyMe: boolean
    sparePageSavedOn: Day | null
    /** How much room what they wrote takes up, rounded up. */
    megabytes: number
  }>
  /** Null without a partner. */
  partnerName: string | null
  sessions: ComponentProps<typeof Sessions>['sessions']
  locale: string
}>

/** The viewer's settings. */
export function SettingsScreen({ me, partnerName, sessions, locale }: SettingsScreenProps) {
  const t = translate(locale, accountsMessages)
  const today = useToday()
  const [onlyMe, setOnlyMe] = useState(me.onlyMe)
  const couples = translate(locale, couplesMessages)
  return (
    <AppFrame locale={locale} quietWrite>
      <PageHeading overline={t('settings.overline')}>{t(onlyMe ? 'settings.staysOpen' : 'settings.locks')}</PageHeading>
      <div className="wide:grid wide:grid-cols-2 wide:gap-x-16">
        <div>
          <Section
            id="you"
            title={t('settings.you')}
            aside={
              <span className="text-small text-ink-3">
                {t(partnerName === null ? 'settings.youNoteAlone' : 'settings.youNote')}
              </span>
            }
          >
            <AboutYouForm key={`${me.name} ${me.zone}`} name={me.name} zone={me.zone} />
            <p className="mt-4 text-small text-ink-3">
              {t('settings.email', { email: me.email })}{' '}
              {partnerName === null
                ? t('settings.roomAlone', { used: me.megabytes, most: MOST_MEGABYTES })
                : t('settings.room', { used: me.megabytes, most: MOST_MEGABYTES, name: partnerName })}
            </p>
          </Section>
          <Section id="look" title={t('settings.look')}>
            <ThemeSwitch className="max-w-120" />
          </Section>
          {partnerName !== null ? (
            <Section id="partner" title={t('settings.partner', { name: partnerName })}>
              <Rows>
                <Row title={t('settings.part')} detail={t('settings.partHint')} href="/settings/part" />
              </Rows>
            </Section>
          ) : (
            <Section id="partner" title={couples('alone.title')}>
              <Rows>
                <Row title={couples('pair.invite')} detail={couples('alone.inviteHint')} href="/pair" />
              </Rows>
            </Section>
          )}
        </div>
        <div>
          <Section id="device" title={t('settings.device')}>
            <ThisDevice personId={me.id} onlyMe={me.onlyMe} onUse={setOnlyMe} />
            <WritingSettings className="mt-7" />
          </Section>
          <Section id="spare" title={t('settings.spare')}>
            <Rows>
              <Row
                icon={<Icon icon="file-text" />}
                title={
                  me.sparePageSavedOn
                    ? t('settings.spareSaved', { day: formatShortDay(me.sparePageSavedOn, locale, today) })
                    : t('settings.spareNot')
                }
                detail={me.sparePageSavedOn ? null : t('spare.notYetDetail')}
                href="/settings/spare-page"
              />
            </Rows>
          </Section>
          <Section id="sessions" title={t('settings.sessions')}>
            <Sessions sessions={sessions} />
          </Section>
          <Section id="leave">
            <SignOut personId={me.id} />
          </Section>
        </div>
      </div>
    </AppFrame>
  )
}
