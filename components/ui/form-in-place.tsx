'use client'
import { Activity, use, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { uiMessages } from '@/lib/messages/rooms/ui'
import { useTranslations } from '@/lib/messages/use-translations'
import { Button, type ButtonProps } from './button'
import { onEscape } from './escape'
import { makeFormPlaces, type FormPlaces, type OpenedForm, type TypedForm } from './form-places'
import { OwnPlaceContext, type OwnPlace } from './own-place'
import { useObservable } from './use-observable'

/** A form that opens in place of something else. */
export type FormInPlaceState = Readonly<{
  places: FormPlaces
  /** Where it is open; null while it is closed. */
  openAt: string | null
  /** Opens it. A part of a screen with several places names the place. */
  open: (place?: string) => void
  /** Closes it after it was saved. */
  close: () => void
}>

const ONLY_PLACE = ''
const closed = { shown: null, mounted: [] } as const

/**
 * A form that opens in place. `onClosed` is called when it closes, in whichever way; it moves the focus to where the
 * form was opened. Each place renders a `FormInPlace`.
 */
export function useFormInPlace(onClosed?: () => void): FormInPlaceState {
  const t = useTranslations(uiMessages)
  const [places] = useState(() => makeFormPlaces(t('notSaved')))
  const { shown } = useObservable(places, closed)
  const wasOpen = useRef(false)
  const notify = useEffectEvent(() => onClosed?.())
  useEffect(() => {
    if (wasOpen.current && !shown) notify()
    wasOpen.current = shown !== null
  }, [shown])
  return {
    places,
    openAt: shown?.place ?? null,
    open: (place = ONLY_PLACE) => places.open(place),
    close: places.close,
  }
}

type FormInPlaceProps = Readonly<{ form: FormInPlaceState; at?: string; children: ReactNode }>

/**
 * The place of a form. A form that is left with changes stays mounted, hidden, while its toast offers Undo, so that it
 * opens again with exactly what was typed. Escape closes it only while nothing was typed.
 */
export function FormInPlace({ form: { places }, at = ONLY_PLACE, children }: FormInPlaceProps) {
  const { shown, mounted } = useObservable(places, closed)
  useEffect(() => () => places.lose(at), [places, at])
  return mounted
    .filter(({ place }) => place === at)
    .map((form) => (
      <Activity key={form.key} mode={form === shown ? 'visible' : 'hidden'}>
        <MountedForm places={places} form={form}>
          {children}
        </MountedForm>
      </Activity>
    ))
}

type MountedFormProps = Readonly<{ places: FormPlaces; form: OpenedForm; children: ReactNode }>

function MountedForm({ places, form, children }: MountedFormProps) {
  const box = useRef<HTMLDivElement>(null)
  const [own] = useState(
    (): OwnPlace => ({
      leave: () => void places.leave(),
      report: (typed) => places.report(form, typed),
    }),
  )
  useEffect(() => {
    places.watch(form, { isSending: () => box.current?.querySelector('[aria-busy]') != null })
  }, [places, form])
  // also when it is brought back, as the button that did it is gone
  useEffect(() => {
    const { current } = box
    if (!current?.contains(document.activeElement)) current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return (
    <OwnPlaceContext value={own}>
      <div
        ref={box}
        className="contents"
        onChange={() => places.touch(form)}
        onKeyDown={(event) => onEscape(own.leave, !places.isChanged(form))(event)}
      >
        {children}
      </div>
    </OwnPlaceContext>
  )
}

/**
 * The button that leaves a form without saving, in a `FormInPlace`. What was typed can be brought back. A form with a
 * stored draft says how to drop it, and whether it has changes, as those of a found draft were not typed here;
 * `useUnsent` says both of its own form.
 */
export function CancelButton({ isChanged, drop, ...button }: Omit<ButtonProps, 'onClick'> & TypedForm) {
  const own = use(OwnPlaceContext)
  if (!own) throw new Error('A CancelButton is part of a form in a FormInPlace.')
  const { leave, report } = own
  useEffect(() => {
    if (isChanged !== undefined || drop) report({ isChanged, drop })
  }, [report, isChanged, drop])
  return <Button size="small" variant="quiet" {...button} onClick={leave} />
}
