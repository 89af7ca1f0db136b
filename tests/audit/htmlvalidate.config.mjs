// The rules of html-validate. What is set otherwise than its presets have it says why.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // HTML does not care; ours is written in small letters.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Guards files from other hosts, and the site has none.
    'require-sri': ['error', { target: 'crossorigin' }],
    // HTML allows an id to begin with a digit: years and months are ids that people can guess.
    'valid-id': ['error', { relaxed: true }],
    // Checkboxes of one name are a choice among values, as radio buttons are.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // A limit of search engines' lists, not of HTML. A title is the page's heading and the site's name.
    'long-title': 'off',
    // The style sheet keeps telephone numbers on one line, so that a copied number has plain spaces.
    'tel-non-breaking': 'off',
  },
}
