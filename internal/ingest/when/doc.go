// Package when reads the dates that documents print in words: "June 2024", "23rd-26th November 2014", "im April 2024",
// "٢٦ تشرين الثاني ٢٠١٤", "03.04.2024", "2024/05//".
//
//	words ─► marks (scan.go: numbers, months by words.go, seasons) ─► which number is what (parse.go) ─► Period
//
// A date keeps the precision of its words: a month stays a month. A range has two ends. What is lost is said in [Period.Lost],
// and what is no date, or no day of the calendar, in an error with the reason. Words in all languages are read at once, for a
// document in English prints "شباط/فبراير" and "Jänner" too.
//
// Numbers with dots are day, month, year. With slashes the day and the month can be told apart only where one of them is above
// twelve; otherwise the year alone is kept.
package when
