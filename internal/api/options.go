package api

import "time"

// Option changes how an engine answers.
type Option func(*options)

type options struct {
	limits        Limits
	introspection bool
	trusted       *Trusted
	observers     []Observer
	readOnly      bool
	now           func() time.Time
}

func newOptions(chosen []Option) options {
	o := options{introspection: true, now: time.Now}
	for _, choose := range chosen {
		choose(&o)
	}
	o.limits = o.limits.orDefaults()
	return o
}

// WithLimits sets what a request may ask for; without it, [DefaultLimits] hold.
func WithLimits(l Limits) Option { return func(o *options) { o.limits = l } }

// WithOnly lets the engine answer these documents and no others.
func WithOnly(t *Trusted) Option { return func(o *options) { o.trusted = t } }

// WithIntrospection says whether the schema may be asked for, with __schema and __type. Without it, it may.
func WithIntrospection(allowed bool) Option { return func(o *options) { o.introspection = allowed } }

// ReadOnly refuses mutations, whoever sends them. Without it, curators may change the graph.
func ReadOnly() Option { return func(o *options) { o.readOnly = true } }

// WithClock sets what tells the time of changes; without it, time.Now does. It is called from any goroutine.
func WithClock(now func() time.Time) Option { return func(o *options) { o.now = now } }
