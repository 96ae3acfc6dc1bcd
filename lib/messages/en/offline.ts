// What a person sees where the network is gone, or the server is.
export default {
  // in place of a page: true of both, and of every page
  title: 'Fivefold can’t be reached',
  cause: 'This device is offline, or the server is off. What was saved on this device stays here.',
  opens: 'This page opens by itself once there is an answer.',
  again: 'Try again',
  // over a page that is open
  line: 'You are offline. Nothing can be loaded or sent for now.',
}
