import { OpenFrame } from '@/components/shell/open-frame'
import { WhatHostReads } from '@/components/shell/what-host-reads'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Rows, Statement } from '@/components/ui/rows'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { supportMessages } from '@/lib/messages/rooms/support'
import { translate } from '@/lib/messages/translate'
import { shownResources, type ShownResource } from '@/lib/support/shown'
import { parseDay } from '@/lib/time/day'
import { formatLongDay } from '@/lib/time/format'

/** Where to find help, urgent and ordinary. Plain links that nothing counts. */
export default function Support() {
  const t = translate(DEFAULT_LOCALE, supportMessages)
  return (
    <OpenFrame leadsBack>
      <PageHeading overline={t('overline')}>{t('title')}</PageHeading>
      <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_400px] wide:gap-x-20">
        <div>
          <Notice className="mt-5" icon={<Icon icon="life-buoy" size={20} />}>
            <b className="text-ink">{t('danger')}</b>
          </Notice>
          <p className="type-lede mt-6 max-w-[30em]">
            {t('watched')} {t('fault')}
          </p>
          <p className="mt-4">{t('device')}</p>
          <p className="mt-4">{t('closeness')}</p>
          <p className="mt-4 text-small text-ink-3">{t.rich('trace', { b: (words) => <b>{words}</b> })}</p>
          <Section id="people" title={t('peopleTitle')} className="mt-10">
            <p className="-mt-2 mb-4 text-small text-ink-3">{t('peopleLead')}</p>
            {shownResources().map(({ place, resources }) => (
              <div
                key={place}
                className="grid grid-cols-1 border-t border-line py-3 last:border-b wide:grid-cols-[11rem_minmax(0,1fr)]"
              >
                <h3 className="pt-1 text-small font-bold text-ink-2 wide:pt-3.5">{t(`place.${place}`)}</h3>
                <ul className="grid grid-cols-1 gap-3">
                  {resources.map((resource) => (
                    <Help key={resource.url} {...resource} />
                  ))}
                </ul>
              </div>
            ))}
          </Section>
        </div>
        <div>
          <Section id="here" title={t('hereTitle')} className="wide:mt-5">
            <Rows className="text-small text-ink-2">
              <Statement>
                {t('here.sees')} <WhatHostReads />
              </Statement>
              <Statement>{t('here.part')}</Statement>
              <Statement>{t('here.noticed')}</Statement>
            </Rows>
          </Section>
          <Section id="ordinary" title={t('ordinaryTitle')} className="mt-10">
            <p className="-mt-1 mb-4 text-small text-ink-2">{t('ordinaryLead')}</p>
            <dl className="lined">
              {(['couples', 'own', 'sexual', 'pain'] as const).map((kind) => (
                <div key={kind} className="py-3.5">
                  <dt className="font-bold">{t(`ordinary.${kind}.title`)}</dt>
                  <dd className="mt-1 text-small text-ink-2">{t(`ordinary.${kind}.text`)}</dd>
                </div>
              ))}
            </dl>
          </Section>
        </div>
      </div>
    </OpenFrame>
  )
}

function Help({ name, about, url, number, checkedOn }: ShownResource) {
  const t = translate(DEFAULT_LOCALE, supportMessages)
  return (
    <li>
      <span className="flex flex-wrap items-center gap-x-4">
        <a
          href={url}
          rel="noreferrer"
          referrerPolicy="no-referrer"
          className="reach gap-1.5 font-bold underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {name}
          <Icon icon="arrow-up-right" size={16} className="text-ink-3" />
        </a>
        {number ? (
          <a
            href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}
            aria-label={t('numberOf', { name, number })}
            className="reach font-bold whitespace-nowrap underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {number}
          </a>
        ) : null}
      </span>
      <span className="block text-small wrap-anywhere text-ink-3">
        {new URL(url).host}
        {about ? `. ${t(`about.${about}`)}` : '.'}{' '}
        {t('checked', { day: formatLongDay(parseDay(checkedOn), DEFAULT_LOCALE) })}.
      </span>
    </li>
  )
}
