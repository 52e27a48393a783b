package api

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// The media types of an answer. With the first, the status says whether a request was refused; the second is for older
// clients, which read a status other than 200 as no answer at all.
const (
	typeResponse = "application/graphql-response+json"
	typeJSON     = "application/json"
)

// accepted is the media type of the answer: the newer one when the client names it and likes it no less than the other; the
// older one when it says nothing, or takes anything. It is "" for a client that takes neither.
func accepted(r *http.Request) string {
	ranges := acceptedRanges(r)
	if len(ranges) == 0 {
		return typeJSON
	}
	newer, named := ranges[typeResponse]
	older := weightOfType(ranges, typeJSON)
	switch {
	case named && newer > 0 && newer >= older:
		return typeResponse
	case older > 0:
		return typeJSON
	}
	return ""
}

// acceptedRanges are the media types and groups of them that a client takes, with their weights. What can't be read says
// nothing.
func acceptedRanges(r *http.Request) map[string]float64 {
	ranges := map[string]float64{}
	for element := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
		mediaType, parameters, err := mime.ParseMediaType(element)
		if err != nil || !strings.Contains(mediaType, "/") {
			continue
		}
		weight := 1.0
		if text, said := parameters["q"]; said {
			if weight, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		ranges[mediaType] = weight
	}
	return ranges
}

// weightOfType is the weight of a type, by the narrowest range that has it.
func weightOfType(ranges map[string]float64, mediaType string) float64 {
	group, _, _ := strings.Cut(mediaType, "/")
	for _, narrower := range []string{mediaType, group + "/*", "*/*"} {
		if weight, said := ranges[narrower]; said {
			return weight
		}
	}
	return 0
}
