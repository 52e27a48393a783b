package names

import (
	"strings"
	"unicode/utf8"
)

// maxLocal and maxDomain are how many bytes an e-mail address may have before and behind its @ (RFC 5321).
const (
	maxLocal  = 64
	maxDomain = 255
)

// addressLength is how many bytes of s are an e-mail address, 0 for none. The word at the beginning of s is known to have
// word bytes.
func addressLength(s string, word int) int {
	if word >= len(s) || !strings.ContainsRune("@_+%", rune(s[word])) {
		return 0
	}
	local := word
	for local < min(len(s), maxLocal) && isAddressByte(s[local]) {
		local++
	}
	if local == len(s) || s[local] != '@' {
		return 0
	}
	end := local + 1
	for end < min(len(s), local+1+maxDomain) && isAddressByte(s[end]) {
		end++
	}
	domain := strings.TrimRight(s[local+1:end], ".")
	if !strings.Contains(domain, ".") {
		return 0
	}
	return local + 1 + len(domain)
}

func isAddressByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("._%+-", c) >= 0 || c >= utf8.RuneSelf
}

// isAddress says whether a text is an e-mail address or a link, or has one.
func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "@") || strings.HasPrefix(s, "www.")
}
