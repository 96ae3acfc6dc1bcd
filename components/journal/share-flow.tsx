'use client'
import { useState } from 'react'
import { SparePageOffer } from '@/components/accounts/spare-page-offer'
import { useSpareQuestion } from '@/components/accounts/use-spare-question'
import { TypePicker } from '@/components/intimacy/type-picker'
import { Button } from '@/components/ui/button'
import { CheckboxRow } from '@/components/ui/choice'
import { classes } from '@/components/ui/classes'
import { useMark } from '@/components/ui/use-mark'
import { sparePageCode } from '@/lib/accounts/spare-page'
import { setMark } from '@/lib/local-marks'
import { Icon } from '@/components/ui/icon'
import { Rows, Statement } from '@/components/ui/rows'
import { FlowFooter } from '@/components/ui/steps'
import { FailureNotice } from '@/components/device/failure-notice'
import { latePart } from '@/components/device/late-part'
import { browserDevice } from '@/lib/device/browser-device'
import { fitsButton, type Partner } from '@/lib/couples/people'
import { todayOf } from '@/lib/journal/device'
import type { Page } from '@/lib/journal/page'
import { chosenWords, offeredParts, sharedWordsOf, type Part, type SharedWords, type Wants } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatFullDay } from '@/lib/time/format'
import type { Vault } from '@/lib/vault/vault'
import { sharingFailureOf } from './failure'
import { SharePreview } from './share-preview'
import { useUnsent } from '@/components/ui/use-unsent'
import { useSharing } from './use-sharing'
import { WantsPicker } from './wants-picker'

const LatePartsPicker = latePart(async () => (await import('./parts-picker')).PartsPicker, { lines: 6 })
const LateSharedPartFields = latePart(async () => (await import('./shared-part-fields')).SharedPartFields)

type ShareFlowProps = Readonly<{
  /** The private page's. */
  id: string
  vault: Vault
  me: Partner
  partner: Partner
  coupleId: string
  locale: string
  page: Page
}>

type ShareFields = Readonly<{
  words: SharedWords
  chosen: Part[]
  wants: Wants | null
  types: Page['types']
  showDay: boolean
}>

/** Sharing a page: the writer chooses its parts, sees what the partner will see, and has ten seconds to stop it. */
export function ShareFlow({ id, vault, me, partner, coupleId, locale, page }: ShareFlowProps) {
  const t = useTranslations(journalMessages, 'share')
  const { name } = partner
  const unsent = useUnsent<ShareFields>(`share ${id}`, {
    words: sharedWordsOf(page),
    chosen: offeredParts(page),
    wants: null,
    types: page.types,
    showDay: false,
  })
  const { words, chosen, wants, types, showDay } = unsent.fields
  const [choosing, setChoosing] = useState(() => page.writing.kind === 'voice' && offeredParts(page).length === 0)
  const [changing, setChanging] = useState(false)
  const [missing, setMissing] = useState<'wants' | 'parts' | null>(null)
  const spareLater = `spare-later-share:${vault.uid}`
  const spareIsLeft = useMark(spareLater)
  const sharing = useSharing(vault, id, { coupleId, name }, unsent.sent)
  const today = todayOf(browserDevice())
  const toShare = chosenWords(words, chosen)
  const shared = { kind: page.writing.kind, words: toShare, writtenDay: showDay ? page.day : null, changedOn: null }
  const held = sharing.secondsLeft !== null || sharing.sending

  const asksSpare = useSpareQuestion(vault.uid, 'share', !spareIsLeft && !held && sparePageCode(vault) !== null)

  const begin = () => {
    const lacking = Object.keys(toShare).length === 0 ? 'parts' : wants === null ? 'wants' : null
    setMissing(lacking)
    if (lacking === 'wants') document.getElementById('wants')?.focus()
    if (lacking === 'parts') document.getElementById('parts')?.focus()
    if (lacking || wants === null) return
    setChanging(false)
    sharing.begin({ page: { ...shared, wants }, types })
  }
  const changePart = (part: Part, text: string) => unsent.change({ words: { ...words, [part]: text } })

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <h1 tabIndex={-1} className="type-title">
        {t('title', { name })}
      </h1>
      <div className="rail:grid rail:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] rail:items-start rail:gap-x-16">
        <div className="mt-4 min-w-0 rail:sticky rail:top-20">
          <SharePreview
            me={me}
            partner={partner}
            locale={locale}
            today={today}
            page={{ ...shared, wants }}
            types={types}
          />
          {asksSpare ? <SparePageOffer className="mt-5" onLater={() => setMark(spareLater, true)} /> : null}
        </div>
        <div className="min-w-0">
          <FailureNotice
            error={sharing.failure}
            failureOf={sharingFailureOf}
            name={name}
            onAgain={sharing.again}
            className="mt-5"
          />
          {held ? (
            <Rows className="mt-6">
              {Object.keys(toShare).length < Object.keys(words).length ? (
                <Statement icon={<Icon icon="lock" />}>{t('stays')}</Statement>
              ) : null}
              <Statement icon={<Icon icon="undo-2" />}>{t('closing')}</Statement>
            </Rows>
          ) : (
            <div className="space-y-7">
              {unsent.notice}
              {page.writing.kind === 'voice' ? (
                <div className="mt-6">
                  <LatePartsPicker
                    words={words}
                    offered={offeredParts(page)}
                    chosen={chosen}
                    choosing={choosing}
                    onChoosing={setChoosing}
                    onChosen={(parts) => {
                      unsent.change({ chosen: parts })
                      setMissing(null)
                    }}
                    error={missing === 'parts' ? t('empty') : undefined}
                  />
                </div>
              ) : missing === 'parts' ? (
                <p id="parts" tabIndex={-1} role="alert" className="mt-5 text-small text-danger-text">
                  {t('empty')}
                </p>
              ) : null}
              {changing ? (
                <div className="mt-5">
                  <LateSharedPartFields words={chosenForEditing(words, chosen)} onChange={changePart} />
                  <p className="mt-2 text-small text-ink-3">{t('changeHint')}</p>
                </div>
              ) : (
                <Button
                  variant="link"
                  className={classes('wrap-anywhere', page.writing.kind === 'voice' ? '-mt-3' : 'mt-1.5')}
                  icon={<Icon icon="pen-line" />}
                  onClick={() => setChanging(true)}
                >
                  {t('change', { name })}
                </Button>
              )}
              <WantsPicker
                value={wants}
                onChange={(value) => {
                  unsent.change({ wants: value })
                  setMissing(null)
                }}
                name={name}
                error={missing === 'wants' ? t('wantMissing', { name }) : undefined}
              />
              <TypePicker
                look="bar"
                value={types}
                onChange={(next) => unsent.change({ types: next })}
                legend={t('types')}
              />
              <CheckboxRow
                checked={showDay}
                onChange={(event) => unsent.change({ showDay: event.target.checked })}
                label={t('showDay')}
                hint={t('showDayHint', { day: formatFullDay(page.day, locale), name })}
              />
            </div>
          )}
          {held ? (
            <FlowFooter
              back={
                <div role="status" className="min-w-0 flex-1">
                  <p className="font-serif text-large leading-tight">
                    <span aria-hidden="true">
                      {sharing.secondsLeft === null
                        ? t('sendingNow', { name })
                        : t('sending', { name, left: sharing.secondsLeft })}
                    </span>
                    <span className="sr-only">
                      {sharing.secondsLeft === null ? t('sendingNow', { name }) : t('held', { name })}
                    </span>
                  </p>
                  {sharing.secondsLeft === null ? null : (
                    <p className="mt-0.5 text-smallest text-ink-3">{t('nothingLeft')}</p>
                  )}
                </div>
              }
            >
              <Button
                variant="primary"
                className="max-w-32"
                disabled={sharing.secondsLeft === null}
                onClick={sharing.stop}
              >
                {t('stop')}
              </Button>
            </FlowFooter>
          ) : (
            <FlowFooter note={t('note')}>
              <Button type="submit" variant="primary" wide icon={<Icon icon="users" />}>
                {fitsButton(name) ? t('submit', { name }) : t('submitShort')}
              </Button>
            </FlowFooter>
          )}
        </div>
      </div>
    </form>
  )
}

/**
 * An empty chosen part keeps its field, so that it can be written again; when the page is sent it counts as not chosen.
 */
const chosenForEditing = (words: Partial<Record<Part, string>>, chosen: readonly Part[]) =>
  Object.fromEntries(chosen.map((part) => [part, words[part] ?? '']))
