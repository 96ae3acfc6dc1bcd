// The types in requests and answers.
import * as z from 'zod/mini'
import { INTIMACY_TYPES, inProductOrder } from './intimacy-type'

export const intimacyTypeSchema = z.enum(INTIMACY_TYPES)

/**
 * A list of types, none twice, in product order; it may be empty. A sealed text repeats the list byte for byte, so
 * there is only one way to write it.
 */
export const intimacyTypesSchema = z.array(intimacyTypeSchema).check(
  z.maxLength(INTIMACY_TYPES.length),
  z.refine((types) => types.join() === inProductOrder(types).join(), 'Name each type once, in their order.'),
)
