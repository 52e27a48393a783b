package graph

import "testing"

func TestEveryMethodAndRuleHasAConfidence(t *testing.T) {
	for _, m := range methods.all() {
		if m != Inferred && methodConfidence[m] == 0 {
			t.Errorf("%v has no confidence", m)
		}
	}
	for rule, confidence := range ruleConfidence {
		if got, err := ParseRule(string(rule)); err != nil || got != rule || confidence <= 0 || confidence > 1 {
			t.Errorf("%s is read as %s, %v, and has confidence %v", rule, got, err, confidence)
		}
	}
	for _, s := range []string{"", "TITLE-NAMES-PLACE", "guessed"} {
		if _, err := ParseRule(s); err == nil {
			t.Errorf("%q is taken for a rule", s)
		} else {
			badInput(t, err)
		}
	}
}
