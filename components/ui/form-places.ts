import { observable, type Observable } from '@/lib/observable'
import { hideToast, offerUndo } from './toast'

/** A stored draft that was dropped, and can be brought back. */
type DroppedDraft = Readonly<{ bringBack: () => Promise<unknown> }>

/** What a form says of itself. */
export type TypedForm = Readonly<{
  /** Whether closing it would lose something. Without it, whatever was typed or chosen counts. */
  isChanged?: boolean | undefined
  /** Drops its stored draft. */
  drop?: (() => Promise<DroppedDraft | null>) | undefined
}>

/** What is seen of a form from outside. */
type SeenForm = Readonly<{ isSending: () => boolean }>

/** A form that was opened at a place: the one that is shown, or one that was left and can be brought back. */
export type OpenedForm = Readonly<{ key: number; place: string }>

type FormsNow = Readonly<{
  shown: OpenedForm | null
  /** All that are mounted: their state is what was typed. The shown one is the first, as some share ids of fields. */
  mounted: readonly OpenedForm[]
}>

/** The forms of one part of a screen, of which one at a time is open. */
export type FormPlaces = Omit<Observable<FormsNow>, 'set'> &
  Readonly<{
    /** Opens a new form at a place. Another one that is open is left, unless it is being sent: then it stays. */
    open: (place: string) => void
    /** Closes the open form, because it was saved. */
    close: () => void
    /**
     * Leaves the open form. If it has changes, they can be brought back for ten seconds. While it is being sent it can't
     * be left, as "Not saved" would be wrong a moment later.
     */
    leave: () => Promise<void>
    /** Takes how to see whether a form is being sent. */
    watch: (form: OpenedForm, seen: SeenForm) => void
    /** Takes what a form says of itself. */
    report: (form: OpenedForm, typed: TypedForm) => void
    /** Notes that something was typed or chosen in a form. */
    touch: (form: OpenedForm) => void
    isChanged: (form: OpenedForm) => boolean
    /** A place is gone from the screen, and what was typed there with it. */
    lose: (place: string) => void
  }>

/** Makes the forms of one part of a screen. `text` says that changes were not saved. */
export function makeFormPlaces(text: string): FormPlaces {
  const forms = observable<FormsNow>({ shown: null, mounted: [] })
  const typed = new Map<OpenedForm, TypedForm>()
  const touched = new Set<OpenedForm>()
  const seen = new Map<OpenedForm, SeenForm>()
  const offers = new Map<OpenedForm, number>()
  const leaving = new Set<OpenedForm>()
  let nextKey = 0

  const isChanged = (form: OpenedForm): boolean => typed.get(form)?.isChanged ?? touched.has(form)
  const show = (shown: OpenedForm | null, without: OpenedForm | null) => {
    const others = forms.get().mounted.filter((form) => form !== without && form !== shown)
    forms.set({ shown, mounted: shown ? [shown, ...others] : others })
  }
  const offer = (form: OpenedForm, draft: DroppedDraft | null) => {
    const undo = async () => {
      offers.delete(form)
      await draft?.bringBack()
      await leaveFor(form)
      if (forms.get().shown !== form) offer(form, null) // the open form is being sent: this one waits
    }
    const onGone = () => {
      offers.delete(form)
      show(forms.get().shown, form)
    }
    offers.set(form, offerUndo({ text, undo: () => void undo(), onGone }))
  }
  /** Puts `next` in the place of the open form. A stored draft is dropped before, or `next` would find it. */
  const leaveFor = async (next: OpenedForm | null): Promise<void> => {
    const { shown: form } = forms.get()
    if (!form) return show(next, null)
    if (leaving.has(form) || seen.get(form)?.isSending()) return
    leaving.add(form)
    const changed = isChanged(form)
    const drop = typed.get(form)?.drop
    const draft = drop ? await drop() : null
    leaving.delete(form)
    show(next, changed ? null : form)
    if (changed) offer(form, draft)
  }
  return {
    get: forms.get,
    subscribe: forms.subscribe,
    open: (place) => void leaveFor({ key: nextKey++, place }),
    close: () => show(null, forms.get().shown),
    leave: () => leaveFor(null),
    watch: (form, how) => void seen.set(form, how),
    report: (form, next) => void typed.set(form, next),
    touch: (form) => void touched.add(form),
    isChanged,
    lose: (place) => {
      const gone = forms.get().mounted.filter((form) => form.place === place)
      for (const form of gone) {
        const toast = offers.get(form)
        if (toast === undefined) show(forms.get().shown === form ? null : forms.get().shown, form)
        else hideToast(toast)
      }
    },
  }
}
