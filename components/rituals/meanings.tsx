'use client'
import { LateRemoveUnopened } from '@/components/device/late-remove-unopened'
import { PersonalTextForm } from '@/components/people/personal-text-form'
import { PersonalTexts, type LoadedTexts } from '@/components/people/personal-texts'
import { Button } from '@/components/ui/button'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { browserDevice } from '@/lib/device/browser-device'
import type { Partner } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { fetchRitual, sendMeaning } from '@/lib/rituals/device'
import { MeaningField } from './meaning-field'

type MeaningsProps = Readonly<{
  ritual: Readonly<{ id: string; coupleId: string }>
  /** Both people in the order of pairing; for a former couple, only the viewer. */
  people: readonly Pick<Partner, 'id' | 'slot' | 'name'>[]
  viewerId: string
  /** Whether the viewer can add or change their text. */
  writable: boolean
  /** How many of the two have a text to open. */
  meanings: number
  partnerName: string
}>

/** What a ritual means to each. A text that is missing does not appear. */
export function Meanings({ ritual, people, viewerId, writable, meanings, partnerName }: MeaningsProps) {
  const t = useTranslations(ritualsMessages)
  return (
    <PersonalTexts
      subject={`${ritual.coupleId} ${ritual.id}`}
      load={async (vault) => (await fetchRitual(browserDevice(), vault, ritual)).meanings}
      writers={people.map(({ id, slot, name }) => ({
        id,
        slot,
        caption: id === viewerId ? t('one.meansToYou') : t('one.meansTo', { name }),
      }))}
      viewerId={viewerId}
      partnerName={partnerName}
      unreadable={t('one.meansUnreadable')}
      // keeps room only if something will be shown
      lines={meanings > 0 ? 1 + 6 * meanings : writable ? 3 : 0}
      asks="first"
      className="mt-8"
    >
      {(texts) =>
        texts.list || writable ? (
          <section aria-labelledby="means" className="mt-8">
            <h2 id="means" className="type-heading mb-3">
              {t('one.means')}
            </h2>
            {texts.list}
            {writable ? <OwnMeaning {...texts} ritual={ritual} partnerName={partnerName} /> : null}
          </section>
        ) : null
      }
    </PersonalTexts>
  )
}

type OwnMeaningProps = LoadedTexts & Pick<MeaningsProps, 'ritual' | 'partnerName'>

function OwnMeaning({ vault, mine, reload, ritual, partnerName }: OwnMeaningProps) {
  const t = useTranslations(ritualsMessages)
  const form = useFormInPlace()
  const closed = (
    <div className="mt-3 flex flex-wrap gap-x-5">
      <Button variant="link" onClick={() => form.open()}>
        {t(mine ? 'one.change' : 'one.say')}
      </Button>
      {mine?.opened.is === 'failed' ? (
        <LateRemoveUnopened
          remove={async () => {
            await sendMeaning(browserDevice(), vault, ritual, '', mine)
            reload()
          }}
        />
      ) : null}
    </div>
  )
  const fields = (
    <PersonalTextForm
      vault={vault}
      draft={{ key: `${ritual.coupleId}/${ritual.id}/meaning`, page: `/rituals/${ritual.id}`, field: 'meaning' }}
      saved={mine?.opened.is === 'text' ? mine.opened.text : ''}
      version={mine}
      send={(text, version) => sendMeaning(browserDevice(), vault, ritual, text, version)}
      partnerName={partnerName}
      words={{
        done: t('one.done'),
        saving: t('one.saving'),
        cancel: t('one.cancel'),
        removed: t('one.removed'),
      }}
      onSaved={() => {
        form.close()
        reload()
      }}
      canBeLeft
    >
      {({ value, onChange }) => (
        <MeaningField
          id="meaning"
          hint={t('one.meansHint', { name: partnerName })}
          value={value}
          onChange={onChange}
          autoFocus
        />
      )}
    </PersonalTextForm>
  )
  return (
    <>
      <FormInPlace form={form}>{fields}</FormInPlace>
      {form.openAt === null ? closed : null}
    </>
  )
}
