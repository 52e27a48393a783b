package view

// TextBytes is how many bytes of a view are the texts themselves: labels, descriptions, codes, and the words and names
// that evidence quotes. Ids are not among them.
func (v *View) TextBytes() int { return len(v.texts.values.data) + len(v.words.data) }
