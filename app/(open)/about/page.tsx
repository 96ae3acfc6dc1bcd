import { hueOf } from '@/components/intimacy/hue'
import { TypeMark } from '@/components/intimacy/type-mark'
import { OpenFrame } from '@/components/shell/open-frame'
import { TextLink } from '@/components/ui/links'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { Rows, Statement } from '@/components/ui/rows'
import { INTIMACY_TYPES } from '@/lib/intimacy/intimacy-type'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { aboutMessages } from '@/lib/messages/rooms/about'
import { intimacyMessages } from '@/lib/messages/rooms/intimacy'
import { translate } from '@/lib/messages/translate'

const better = [
  { key: 'rituals', sources: ['garcia'] },
  { key: 'exciting', sources: ['reissman', 'coulter'] },
  { key: 'voice', sources: ['firestone'] },
] as const

const sources = ['garcia', 'reissman', 'coulter', 'firestone', 'aron'] as const

/** The five types, why closeness matters and what gets better with it, with sources. */
export default function About() {
  const t = translate(DEFAULT_LOCALE, aboutMessages)
  const intimacy = translate(DEFAULT_LOCALE, intimacyMessages)
  return (
    <OpenFrame leadsBack>
      <PageHeading overline={t('overline')}>{t('title')}</PageHeading>
      <p className="type-lede mt-4 max-w-[30em]">{t('lead')}</p>
      <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_440px] wide:gap-x-20">
        <div>
          <Section id="five" title={t('typesTitle')} className="mt-9">
            <ul className="lined">
              {INTIMACY_TYPES.map((type) => (
                <li key={type} className={`${hueOf[type]} grid gap-x-5 py-4 wide:grid-cols-[9.5rem_minmax(0,1fr)]`}>
                  <TypeMark locale={DEFAULT_LOCALE} type={type} className="self-start wide:pt-0.5" />
                  <div className="mt-1.5 wide:mt-0">
                    <p className="first-letter:uppercase">{intimacy(`meaning.${type}`)}</p>
                    <p className="mt-0.5 text-small text-ink-3">{t(`examples.${type}`)}</p>
                  </div>
                </li>
              ))}
            </ul>
            <p className="mt-4">{t('sex')}</p>
          </Section>
          <Section id="why" title={t('whyTitle')} className="mt-10">
            <p>{t('why.one')}</p>
            <p className="mt-3">{t('why.two')}</p>
          </Section>
          <Section id="how" title={t('howTitle')} className="mt-10">
            <Rows>
              {(['pages', 'moments', 'rituals', 'checkIns', 'lately'] as const).map((step) => (
                <Statement key={step}>{t(`how.${step}`)}</Statement>
              ))}
            </Rows>
            <p className="mt-4 text-ink-2">{t('alone')}</p>
          </Section>
        </div>
        <div>
          <Section id="better" title={t('betterTitle')} className="mt-10 wide:mt-9">
            <div className="lined">
              {better.map(({ key, sources: sourceKeys }) => (
                <div key={key} className="py-4">
                  <h3 className="font-serif text-large leading-snug">{t(`better.${key}.title`)}</h3>
                  <p className="mt-1.5 text-ink-2">
                    {t(`better.${key}.text`)}
                    <sup className="ms-0.5">
                      {/* sources that stand below each other are one link, which has room for a thumb */}
                      <a
                        href={`#${sourceKeys[0]}`}
                        className="reach-words underline decoration-line-strong underline-offset-2"
                      >
                        {sourceKeys.map((source) => sources.indexOf(source) + 1).join(', ')}
                      </a>
                    </sup>
                  </p>
                </div>
              ))}
            </div>
          </Section>
          <Section id="sources" title={t('sourcesTitle')} className="mt-10">
            <ol className="list-decimal space-y-2.5 ps-5 text-small text-ink-2 marker:text-ink-3">
              {sources.map((source) => (
                <li key={source} id={source} className="ps-1">
                  {t(`sources.${source}`)}
                </li>
              ))}
            </ol>
            <p className="mt-4 text-small text-ink-3">{t('careful')}</p>
          </Section>
          <Notice className="mt-8">
            {t('hurt')}
            <span className="mt-1 block">
              <TextLink alone href="/support" referrerPolicy="no-referrer">
                {t('turn')}
              </TextLink>
            </span>
          </Notice>
        </div>
      </div>
    </OpenFrame>
  )
}
