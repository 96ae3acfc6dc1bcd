'use client'
import { useJournal } from '@/components/device/use-journal'
import { Icon } from '@/components/ui/icon'
import { Row } from '@/components/ui/rows'
import { useLoaded } from '@/components/ui/use-loaded'
import { browserDevice } from '@/lib/device/browser-device'
import { lateVoice } from '@/lib/journal/late'
import { innerVoiceMessages } from '@/lib/messages/rooms/inner-voice'
import { useTranslations } from '@/lib/messages/use-translations'

/**
 * The way to answering the inner voice. Where an unfinished answer lies on this device it goes on with that one, which
 * only an open journal can tell; none of its words are shown. Its size is the same either way. What holds it draws the
 * hairlines.
 */
export function VoiceRow() {
  const t = useTranslations(innerVoiceMessages)
  const journal = useJournal()
  const vault = journal.is === 'open' ? journal.vault : null
  const { value } = useLoaded(
    vault?.uid ?? '',
    async () => vault !== null && (await lateVoice.hasUnfinishedVoice(browserDevice(), vault)),
  )
  const way = vault !== null && value === true ? 'goOn' : 'answer'
  return (
    <ul>
      <Row href="/write/voice" icon={<Icon icon="quote" />} title={t(`${way}.title`)} detail={t(`${way}.detail`)} />
    </ul>
  )
}
