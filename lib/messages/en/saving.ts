// Whether what is being written is saved on this device, in the same words wherever a draft is.
export default {
  now: 'Saving',
  saved: 'Saved on this device, {time}',
  not: 'Not saved. Try again',
  full: 'Not saved: this device is full. Free some space and try again',
  noStorage: 'Not saved: this browser doesn’t let Fivefold save here',
  stuck: 'Not saved: this browser’s storage doesn’t answer. Try again',
  tooLong: 'Not saved: this is longer than one text can be. Make it shorter',
}
