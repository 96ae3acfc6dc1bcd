export default {
  close: 'Close',
  onTheWay: 'The page is on its way.',
}
