'use client'
import { TextArea } from '@/components/ui/text-area'
import { PARTS, type Part, type SharedWords } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

type SharedPartFieldsProps = Readonly<{ words: SharedWords; onChange: (part: Part, text: string) => void }>

/** A field for each part that the partner gets. The private page stays as it is. */
export function SharedPartFields({ words, onChange }: SharedPartFieldsProps) {
  const t = useTranslations(journalMessages, 'part')
  return (
    <div className="space-y-4">
      {PARTS.filter((part) => words[part] !== undefined).map((part) => (
        <TextArea
          key={part}
          label={t(part)}
          value={words[part] ?? ''}
          onChange={(event) => onChange(part, event.target.value)}
          maxLength={100_000}
        />
      ))}
    </div>
  )
}
