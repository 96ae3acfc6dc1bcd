import { Fragment } from 'react'
import { PartnerMark } from '@/components/people/partner-mark'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { WideTable } from '@/components/ui/wide-table'
import { DEFAULT_LOCALE } from '@/lib/messages/locale'
import { privacyMessages } from '@/lib/messages/rooms/privacy'
import { translate } from '@/lib/messages/translate'
import { kept, type ReadAccess } from '@/lib/privacy/kept'

/** A table of who can read what. */
export function Readers() {
  const t = translate(DEFAULT_LOCALE, privacyMessages)
  const heads = [
    { key: 'you', mark: <PartnerMark slot={1} /> },
    { key: 'partner', mark: <PartnerMark slot={2} /> },
    { key: 'server', mark: <Icon icon="server" size={15} /> },
  ] as const
  return (
    <WideTable label={t('caption')} className="mt-6">
      <table className="w-full min-w-[20rem] table-fixed border-collapse text-small beside:min-w-0">
        <caption className="sr-only">{t('caption')}</caption>
        <colgroup>
          <col className="w-[37%]" />
          <col className="w-[14%] wide:w-auto" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="sr-only">
              {t('field')}
            </th>
            {heads.map(({ key, mark }) => (
              <th
                key={key}
                scope="col"
                className="sticky top-0 bg-bg pe-1.5 pt-2 pb-2.5 text-start align-top text-smallest font-strong wide:pe-3"
              >
                <span className="mb-1 flex h-4 items-center text-ink-2">{mark}</span>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        {kept.map((group) => (
          <tbody key={group.key}>
            <tr className="border-b border-line-strong">
              <th scope="colgroup" colSpan={4} className="pt-6 pb-2.5 text-start font-bold text-ink-2">
                {t(`group.${group.key}`)}
              </th>
            </tr>
            {group.lines.map((line) => (
              <tr key={line.key} className="border-b border-line align-top">
                <th scope="row" className="py-2.5 pe-2 text-start leading-snug font-medium wide:pe-5 wide:text-control">
                  {t(`line.${line.key}`)}
                </th>
                {[line.you, line.partner, line.server].map((reading, index) => (
                  <Fragment key={index}>
                    <Cell reading={reading} />
                  </Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </WideTable>
  )
}

function Cell({ reading }: { reading: ReadAccess }) {
  const look = reading === 'yes' ? 'font-bold text-ink' : reading === 'no' ? 'text-ink-3' : 'text-ink-2'
  return (
    <td className={classes('py-2.5 pe-1.5 text-smallest wide:pe-3 wide:text-small', look)}>
      {translate(DEFAULT_LOCALE, privacyMessages)(`reading.${reading}`)}
    </td>
  )
}
