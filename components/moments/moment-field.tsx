'use client'
import { useEffect, useRef, useState } from 'react'
import { latePart } from '@/components/device/late-part'
import { WhenOpen } from '@/components/device/when-open'
import { onEscape } from '@/components/ui/escape'
import { TextArea } from '@/components/ui/text-area'
import { momentsMessages } from '@/lib/messages/rooms/moments'
import { useTranslations } from '@/lib/messages/use-translations'
import type { LoggedMoment } from './logged-moment'
import type { MomentPlace } from './moment-place'

const LateMomentRest = latePart(async () => (await import('./moment-rest')).MomentRest, { lines: 6 })
const LateLogged = latePart(async () => (await import('./logged-moment')).Logged, { lines: 0 })

export type MomentFieldProps = MomentPlace &
  Readonly<{
    /** The page is for this field alone: it has the focus, and is open from the start. */
    alone?: boolean
    /** Shows what was logged above the line that says so, with a flower that it fed. */
    showsLogged?: boolean
    /** Called when it opens or closes. */
    onOpen?: (isOpen: boolean) => void
    /** Called after a moment was logged. */
    onLogged?: () => void
  }>

/**
 * One line for something small. Its focus opens the rest in place: types, who, the day. Words that were typed are still
 * there when it closes, and are stored as a draft.
 */
export function MomentField({ alone = false, showsLogged = false, onOpen, onLogged, ...place }: MomentFieldProps) {
  const t = useTranslations(momentsMessages)
  const form = useRef<HTMLFormElement>(null)
  const submit = useRef<(() => void) | null>(null)
  const [words, setWords] = useState('')
  const [round, setRound] = useState(0)
  const [state, setState] = useState<'untouched' | 'open' | 'closed'>(alone ? 'open' : 'untouched')
  const [logged, setLogged] = useState<LoggedMoment | null>(null)
  const begin = () => {
    if (state === 'open') return
    setState('open')
    setLogged(null)
    onOpen?.(true)
  }
  const close = (to: 'untouched' | 'closed') => {
    setState(to)
    onOpen?.(false)
  }
  // the field may have the focus before React runs
  const beginIfFocused = useRef(begin)
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) beginIfFocused.current()
  }, [])
  return (
    <form
      ref={form}
      method="post"
      noValidate
      aria-label={t('field')}
      className="scroll-mt-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit.current?.()
      }}
      onKeyDown={(event) => {
        if (state === 'open' && !alone) onEscape(() => close('closed'), true)(event)
      }}
    >
      <TextArea
        label={t('words')}
        hideLabel
        rows={1}
        placeholder={t('wordsPlaceholder')}
        value={words}
        autoFocus={alone}
        onFocus={begin}
        onChange={(event) => setWords(event.target.value)}
      />
      {state === 'untouched' ? null : (
        <div hidden={state === 'closed'}>
          <WhenOpen lines={6} className="mt-3" asks={state === 'open' ? 'first' : 'never'}>
            {(vault) => (
              <LateMomentRest
                key={round}
                {...place}
                vault={vault}
                words={words}
                onWords={setWords}
                submitRef={submit}
                canClose={!alone}
                onClose={() => close('closed')}
                onLogged={(moment) => {
                  setWords('')
                  setRound(round + 1)
                  setLogged(moment)
                  close('untouched')
                  onLogged?.()
                }}
                onBack={() => {
                  setLogged(null)
                  setState('open')
                  onOpen?.(true)
                }}
              />
            )}
          </WhenOpen>
        </div>
      )}
      {logged && !alone ? <LateLogged moment={logged} slot={place.slot} isShown={showsLogged} /> : null}
    </form>
  )
}
