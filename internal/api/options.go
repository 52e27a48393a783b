package api

// Option changes how an engine answers.
type Option func(*options)

type options struct {
	limits        Limits
	introspection bool
	trusted       *Trusted
	observers     []Observer
}

func newOptions(chosen []Option) options {
	o := options{introspection: true}
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
