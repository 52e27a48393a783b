package server

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

func TestAccessLogIsThereAtLevelDebugOnly(t *testing.T) {
	for level, want := range map[slog.Level]bool{slog.LevelDebug: true, slog.LevelInfo: false} {
		var log syncBuilder
		o := Options{Logger: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: level}))}
		answered := serveAndStop(t, New(o), "/nothing?token=secret")
		if answered != http.StatusNotFound {
			t.Fatalf("got %d, want 404", answered)
		}
		line := log.String()
		if got := strings.Contains(line, "method=GET path=/nothing status=404 bytes=34"); got != want {
			t.Errorf("at level %s: logged is %t, want %t: %s", level, got, want, line)
		}
		if strings.Contains(line, "secret") {
			t.Errorf("the log has the query: %s", line)
		}
	}
}
