export default {
  close: 'Close',
}
