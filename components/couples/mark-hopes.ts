/** The id of the form on Lately. */
export const HOPES = 'hopes'

/** The address of the form. On a phone it is below the first screen of Lately, after another button. */
export const MARK_HOPES = `/lately#${HOPES}`
