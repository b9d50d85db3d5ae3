// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The metrics in the text format that every reader understands, for a server of another's. Thread-safe. */
public final class MetricsText {
    /** Its media type. */
    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final PrometheusRegistry registry;

    /**
     * Prepares to show metrics.
     *
     * @param registry which ones
     */
    public MetricsText(PrometheusRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns the metrics as they are now.
     *
     * @return the text in UTF-8
     */
    public byte[] now() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory failed", e);
        }
        return text.toByteArray();
    }
}
