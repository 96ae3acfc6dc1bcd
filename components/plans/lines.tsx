'use client'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { PersonalTextForm } from '@/components/people/personal-text-form'
import { PersonalTexts, type LoadedTexts } from '@/components/people/personal-texts'
import { Button } from '@/components/ui/button'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { TextArea } from '@/components/ui/text-area'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { rememberedMessages } from '@/lib/messages/rooms/remembered'
import { useTranslations } from '@/lib/messages/use-translations'
import { fetchRememberedPlan, sendLine } from '@/lib/plans/line'
import { failureOf } from './failure'

type LinesProps = Readonly<{
  plan: Readonly<{ id: string; coupleId: string }>
  /** Both people in the order of pairing; for a former couple, only the viewer. */
  people: readonly Partner[]
  me: Partner
  partnerName: string
  /** Whether the viewer can write their line. */
  writable: boolean
}>

/** The lines that both remember a plan by. The viewer can write or change their own. */
export function Lines({ plan, people, me, partnerName, writable }: LinesProps) {
  const t = useTranslations(rememberedMessages)
  return (
    <PersonalTexts
      subject={`${plan.coupleId} ${plan.id}`}
      load={async (vault) => (await fetchRememberedPlan(browserDevice(), vault, plan)).lines}
      writers={people.map(({ id, slot, name }) => ({ id, slot, caption: id === me.id ? t('felt.you') : name }))}
      viewerId={me.id}
      partnerName={partnerName}
      unreadable={t('line.unreadable')}
      lines={4}
    >
      {(texts) => (
        <>
          {texts.list}
          {writable ? (
            <OwnLine key={texts.mine?.rev ?? 0} {...texts} plan={plan} partnerName={partnerName} />
          ) : texts.list ? null : (
            <p className="text-ink-2">{t('line.none')}</p>
          )}
        </>
      )}
    </PersonalTexts>
  )
}

type OwnLineProps = LoadedTexts & Pick<LinesProps, 'plan' | 'partnerName'>

function OwnLine({ vault, mine, reload, plan, partnerName }: OwnLineProps) {
  const t = useTranslations(rememberedMessages)
  const edit = useTranslations(plansMessages, 'edit')
  const saved = mine?.opened.is === 'text' ? mine.opened.text : ''
  const form = useFormInPlace()
  const isFirst = saved === ''
  const fields = (
    <>
      <PersonalTextForm
        vault={vault}
        draft={{ key: `${plan.coupleId}/${plan.id}/line`, page: `/plans/${plan.id}`, field: 'line' }}
        saved={saved}
        canBeEmpty
        version={mine}
        send={(text, version) => sendLine(browserDevice(), vault, plan, text.trim(), version)}
        failureOf={failureOf}
        partnerName={partnerName}
        words={{
          done: t('line.done'),
          saving: edit('saving'),
          cancel: edit('cancel'),
          removed: t('line.removed'),
        }}
        onSaved={reload}
        canBeLeft={!isFirst}
      >
        {({ value, onChange }) => (
          <TextArea
            id="line"
            label={t('line.label')}
            hint={t('line.hint', { name: partnerName })}
            rows={2}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </PersonalTextForm>
      {mine?.opened.is === 'failed' ? (
        <LateRemoveUnopened
          remove={async () => {
            await sendLine(browserDevice(), vault, plan, '', mine)
            reload()
          }}
        />
      ) : null}
    </>
  )
  if (isFirst) return fields
  return (
    <>
      <FormInPlace form={form}>{fields}</FormInPlace>
      {form.openAt === null ? (
        <Button variant="link" className="mt-2" onClick={() => form.open()}>
          {t('line.change')}
        </Button>
      ) : null}
    </>
  )
}
