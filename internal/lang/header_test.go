package lang

import (
	"fmt"
	"strings"
	"testing"
)

// allocationsPerElement is more than any one element takes; what can't be read takes the most, for its error.
const allocationsPerElement = 40

// TestFromHeaderIsLinear counts allocations, which every step over an element makes: they grow with the number of elements,
// and no more behind the caps.
func TestFromHeaderIsLinear(t *testing.T) {
	elements := []string{
		"de-AT", "q%c%c-Latn-IQ;q=0.5", "q%c%c;q=0", "ar-IQ-u-nu-latn", "zh-yue-HK", "??", "a_b-c", ";q=0.5", "x-%c%c", "*;q=0", "",
	}
	for _, element := range elements {
		for _, n := range []int{1, 2, 4, 8, 16, maxElements, 10 * maxElements, 10_000} {
			if got := headerAllocations(t, element, n); got > float64(allocationsPerElement*min(n, maxElements)) {
				t.Errorf("%d elements such as %q make %v allocations", n, element, got)
			}
		}
	}
}

// headerAllocations counts for a header of several elements of one pattern.
func headerAllocations(t *testing.T, pattern string, n int) float64 {
	t.Helper()
	list := make([]string, n)
	for i := range list {
		list[i] = pattern
		if strings.Contains(pattern, "%") {
			list[i] = fmt.Sprintf(pattern, 'a'+i/26%26, 'a'+i%26)
		}
	}
	header := strings.Join(list, ",")
	return testing.AllocsPerRun(10, func() { FromHeader(header) })
}

// TestFromHeaderOfOneElement has no commas that would part it: however long it is, the reader does not take it apart.
func TestFromHeaderOfOneElement(t *testing.T) {
	for _, unit := range []string{"_", "-", "a_", "a-", "de;", "de;q=", ";", " ", "\t;", "ar;a=b;"} {
		for _, size := range []int{100, maxHeader, maxHeader + 1, 1_000_000} {
			header := strings.Repeat(unit, size/len(unit)+1)[:size]
			if got := testing.AllocsPerRun(10, func() { FromHeader(header) }); got > allocationsPerElement {
				t.Errorf("%d bytes of %q make %v allocations", size, unit, got)
			}
		}
	}
}
