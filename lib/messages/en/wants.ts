// What somebody would like from whoever reads their page.
export default { listen: 'Just listen', comfort: 'Comfort', ideas: 'Ideas', nothing: 'Nothing needed' }
