'use client'
import { latePart } from '@/components/device/late-part'

/** `AddPlan`, with code that is loaded when it is opened. */
export const LateAddPlan = latePart(async () => (await import('./add-plan')).AddPlan, { lines: 8 })

/** `PlanEditor`, with code that is loaded when it is opened. */
export const LatePlanEditor = latePart(async () => (await import('./plan-editor')).PlanEditor, { lines: 8 })

/** `ChangeNote`, with code that is loaded when the partner changes something, or before. */
export const LateChangeNote = latePart(async () => (await import('./change-note')).ChangeNote, { lines: 0 })

/** `ItemForm`, with code that is loaded when it is opened. */
export const LateItemForm = latePart(async () => (await import('./item-form')).ItemForm, { lines: 6 })
