import type { ReactNode } from 'react'
import { OpenFrame } from '@/components/shell/open-frame'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Rows, Statement } from '@/components/ui/rows'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { privacyMessages } from '@/lib/messages/rooms/privacy'
import { translate } from '@/lib/messages/translate'
import { Readers } from './readers'

const limits = [
  'software',
  'shoulder',
  'kept',
  'weak',
  'copied',
  'backups',
  'blind',
  'silence',
  'size',
  'older',
  'forward',
  'reviewed',
] as const
const sealed = ['device', 'phrase', 'pinned', 'opened', 'third'] as const
const cookies = [
  'session',
  'device',
  'csrf',
  'locked',
  'theme',
  'drafts',
  'index',
  'recipients',
  'profiles',
  'marks',
  'invite',
  'worker',
  'half',
] as const
const checks = ['network', 'code', 'schema', 'suites', 'row'] as const

const code = (words: ReactNode) => <code className="rounded-small bg-sunken px-1 py-0.5">{words}</code>

/** Who can read what, what is not protected, and how to check it. The only page that explains the technique. */
export default function Privacy() {
  const t = translate(DEFAULT_LOCALE, privacyMessages)
  const list = (items: readonly ReactNode[]) => (
    <Rows className="text-small text-ink-2">
      {items.map((item, index) => (
        <Statement key={index}>{item}</Statement>
      ))}
    </Rows>
  )
  return (
    <OpenFrame leadsBack>
      <PageHeading overline={t('overline')} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_320px] wide:gap-x-18">
        <div>
          <Readers />
          <Section id="size" title={t('sizeTitle')} className="mt-6">
            <p className="-mt-2 text-small text-ink-2">{t('size')}</p>
          </Section>
          <Section id="sealed" title={t('sealedTitle')} className="mt-10">
            {list(sealed.map((key) => t(`sealed.${key}`)))}
          </Section>
          <Section id="check" title={t('checkTitle')} className="mt-10">
            {list(checks.map((key) => t.rich(`check.${key}`, { code })))}
          </Section>
        </div>
        <div>
          <Section id="limits" title={t('limitsTitle')} className="mt-10 wide:mt-8">
            {list(limits.map((key) => t(`limits.${key}`)))}
          </Section>
          <Section id="lost" title={t('lostTitle')} className="mt-8">
            <p className="-mt-2 text-small text-ink-2">{t('lost')}</p>
          </Section>
          <Section id="taken" title={t('takenTitle')} className="mt-8">
            <p className="-mt-2 text-small text-ink-2">{t('taken')}</p>
          </Section>
          <Section id="device" title={t('cookiesTitle')} className="mt-8">
            {list(cookies.map((key) => t(`cookies.${key}`)))}
          </Section>
        </div>
      </div>
    </OpenFrame>
  )
}
