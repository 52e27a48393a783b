package graph

// Statement is one fact: subject RELATION object. Two statements are the same when all three are.
type Statement struct {
	Subject  ID
	Relation Relation
	Object   Object
}

// Object is what a statement says of its subject. Exactly one of the three is set.
type Object struct {
	Entity ID
	Text   Text
	Date   Date
}

// Form is which of the three is set, [ToText] also for a code.
func (o Object) Form() ObjectForm {
	switch {
	case o.Entity != "":
		return ToEntity
	case !o.Date.IsZero():
		return ToDate
	}
	return ToText
}

// alone is the object with nothing but the part that [Object.Form] names.
func (o Object) alone() Object {
	switch o.Form() {
	case ToEntity:
		return Object{Entity: o.Entity}
	case ToDate:
		return Object{Date: o.Date}
	}
	return Object{Text: o.Text}
}

// String returns the entity's id, the date or the text, for messages.
func (o Object) String() string {
	switch o.Form() {
	case ToEntity:
		return string(o.Entity)
	case ToDate:
		return o.Date.String()
	}
	return o.Text.Value
}

// CodeObject is an object without a language: an identifier, an acronym, a code.
func CodeObject(value string) Object {
	return Object{Text: Text{Value: value, Language: Undetermined, Kind: Code, Standing: Attested}}
}

// Key is the statement without what does not tell statements apart: a text's kind and standing, which belong to the
// evidence for it.
func (s Statement) Key() Statement {
	s.Object.Text.Kind, s.Object.Text.Standing = 0, 0
	return s
}

// Assertion is a statement together with one piece of evidence for it: one quad of the record.
type Assertion struct {
	Statement
	Evidence Evidence
}

// Key is the assertion without the number of the change that recorded it. Two assertions with the same key are the same.
// Unlike for a statement, a text's kind and standing count: they are part of what the evidence says.
func (a Assertion) Key() Assertion {
	a.Evidence.Change = 0
	return a
}

// Check says what is wrong with the assertion on its own: a relation between kinds that it does not join, an object of
// the wrong form or of two forms at once, a blank text, evidence that contradicts itself. It does not look at other
// assertions.
func (a Assertion) Check() error {
	if _, err := ParseID(string(a.Subject)); err != nil {
		return err
	}
	if !a.Relation.known() {
		return Invalid("relation", a.Relation.String(), ExpectRelation)
	}
	if !a.Relation.Subject(a.Subject.Kind()) {
		return Invalid(a.Relation.String(), string(a.Subject), ExpectOtherSubject(a.Subject.Kind()))
	}
	if err := a.checkObject(); err != nil {
		return err
	}
	return a.Evidence.check()
}

func (a Assertion) checkObject() error {
	o, name := a.Object, a.Relation.String()
	want, form := a.Relation.Form(), a.Object.Form()
	switch {
	case o != o.alone():
		return Invalid(name, string(o.Entity), ExpectOneObject)
	case want == ToEntity && form == ToEntity:
		return a.checkEntity()
	case want == ToDate && form == ToDate:
		return nil
	case want == ToEntity && !(form == ToText && a.Relation.Collective() && o != Object{}):
		return Invalid(name, o.String(), ExpectEntity)
	case want == ToDate:
		return Invalid(name, o.String(), ExpectDate)
	case form != ToText:
		return Invalid(name, o.String(), ExpectText)
	case want == ToCode && o != CodeObject(o.Text.Value):
		return Invalid(name, o.Text.Value, ExpectCode)
	case a.Relation == Replaces:
		return a.checkReplaced()
	}
	return checkText(name, o.Text)
}

// checkReplaced wants the id of another entity of the subject's kind.
func (a Assertion) checkReplaced() error {
	id, err := ParseID(a.Object.Text.Value)
	if err != nil {
		return err
	}
	if id == a.Subject || id.Kind() != a.Subject.Kind() {
		return Invalid(a.Relation.String(), string(id), ExpectOtherID(a.Subject.Kind()))
	}
	return nil
}

func (a Assertion) checkEntity() error {
	id, err := ParseID(string(a.Object.Entity))
	if err != nil {
		return err
	}
	if !a.Relation.Object(id.Kind()) {
		return Invalid(a.Relation.String(), string(id), ExpectOtherObject(id.Kind()))
	}
	return nil
}
