package ingest_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/ingest/gen"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

// benchRecords is how many records the benchmarks import.
const benchRecords = 60_000

// memoryLimit is what the program sets before it imports, see cmd/wasl: without one, garbage may pile up to what is in use.
const memoryLimit = 900 << 20

// BenchmarkImport reads 60,000 generated records into a data folder that holds the seeds, to the acknowledgement that they
// are on disk. Beside the time it reports records a second, and the most memory that the heap took.
func BenchmarkImport(b *testing.B) {
	for _, format := range []struct {
		name  string
		write func(io.Writer, int) error
	}{{"library.ris", gen.RIS}, {"library.jsonl", gen.JSONL}} {
		b.Run(format.name, func(b *testing.B) {
			defer debug.SetMemoryLimit(debug.SetMemoryLimit(memoryLimit))
			name := filepath.Join(b.TempDir(), format.name)
			b.SetBytes(writeLibrary(b, name, format.write))
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				store, v := filledFolder(b)
				runtime.GC()
				b.StartTimer()
				peak := watchHeap(func() { importInto(b, store, v, name) })
				b.ReportMetric(float64(peak)/(1<<20), "peak-MB")
				b.StopTimer()
				if err := store.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
			b.ReportMetric(float64(benchRecords*b.N)/b.Elapsed().Seconds(), "records/s")
		})
	}
}

// filledFolder is a data folder with the seeds, and what it holds.
func filledFolder(tb testing.TB) (*record.Store, *view.View) {
	tb.Helper()
	change, err := ingest.ReadSeeds(seeds.Files, time.Time{})
	if err != nil {
		tb.Fatal(err)
	}
	folder := tb.TempDir()
	if err := record.Create(tb.Context(), folder, change); err != nil {
		tb.Fatal(err)
	}
	store, err := record.Open(tb.Context(), folder)
	if err != nil {
		tb.Fatal(err)
	}
	return store, viewOf(tb, store)
}

func viewOf(tb testing.TB, store *record.Store) (v *view.View) {
	tb.Helper()
	err := store.Snapshot(tb.Context(), func(s graph.Snapshot) (err error) {
		v, err = view.Build(tb.Context(), s)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// writeLibrary writes a file of generated records and says how many bytes it has.
func writeLibrary(tb testing.TB, name string, write func(io.Writer, int) error) int64 {
	tb.Helper()
	f, err := os.Create(name)
	if err != nil {
		tb.Fatal(err)
	}
	err = write(f, benchRecords)
	info, statErr := f.Stat()
	if err = errors.Join(err, statErr, f.Close()); err != nil {
		tb.Fatal(err)
	}
	return info.Size()
}

func importInto(tb testing.TB, store *record.Store, v *view.View, name string) {
	tb.Helper()
	ctx := context.Background()
	f, err := os.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	document, err := ingest.Open(ctx, filepath.Base(name), f, ingest.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	change, err := document.Change(ctx, v)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := store.ApplyBulk(ctx, change, v); err != nil {
		tb.Fatal(err)
	}
	if got := document.Result().Records; got != benchRecords {
		tb.Fatalf("%d records were imported", got)
	}
}

// watchHeap runs a function and says how many bytes the heap took at the most meanwhile.
func watchHeap(run func()) (peak uint64) {
	stop := make(chan struct{})
	var watching sync.WaitGroup
	watching.Go(func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64())
			select {
			case <-stop:
				return
			case <-tick.C:
			}
		}
	})
	run()
	close(stop)
	watching.Wait()
	return peak
}
