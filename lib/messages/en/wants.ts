// What a writer would like from the partner who reads their page.
export default { listen: 'Just listen', comfort: 'Comfort', ideas: 'Ideas', nothing: 'Nothing needed' }
