// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.config.Configurations;
import io.github.vpsdns.cli.ddns.config.DdnsConfiguration;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.detect.SourceReport;
import io.github.vpsdns.ddns.detect.Sources;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.RecordRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** What {@code vpsdns ddns addresses} does. */
final class AddressesWork {
    private static final int MOST_AT_ONCE = 16;

    private record Question(Family family, AddressRule rule) {}

    private final Frame frame;

    AddressesWork(Frame frame) {
        this.frame = frame;
    }

    int run(Optional<Path> file) {
        List<Question> questions = questions(file);
        Detector detector = new Detector(Sources.system(), frame.host().time());
        List<Callable<AddressView>> looks = questions.stream()
                .<Callable<AddressView>>map(question -> () -> look(detector, question))
                .toList();
        List<AddressView> views = new Batch("addresses", MOST_AT_ONCE)
                .run(looks).stream().map(AddressesWork::value).toList();
        AddressTable.print(frame, views);
        boolean known = file.isPresent()
                ? views.stream().allMatch(AddressView::known)
                : views.stream().anyMatch(AddressView::known);
        return known ? ExitStatus.DONE : ExitStatus.TRY_LATER;
    }

    private List<Question> questions(Optional<Path> file) {
        Set<Question> questions = new LinkedHashSet<>();
        if (file.isEmpty()) {
            AddressRule usual = AddressRule.of(SourceSpec.of("interface"));
            return List.of(new Question(Family.IPV4, usual), new Question(Family.IPV6, usual));
        }
        DdnsConfiguration configuration = Configurations.read(frame, () -> DdnsConfiguration.read(file.get()));
        for (Family family : Family.values()) {
            AddressRule usual = configuration.addresses().get(family);
            if (usual != null) {
                questions.add(new Question(family, usual));
            }
            for (RecordRule record : configuration.agent().records()) {
                AddressRule own = record.addresses().get(family);
                if (own != null) {
                    questions.add(new Question(family, own));
                }
            }
        }
        return List.copyOf(questions);
    }

    private static AddressView look(Detector detector, Question question) {
        List<SourceReport> reports = detector.survey(question.rule(), question.family());
        return AddressView.of(
                question.family(), reports, Detector.conclude(question.rule(), question.family(), reports));
    }

    private static <T> T value(TaskOutcome<T> outcome) {
        if (outcome instanceof TaskOutcome.Done<T> done) {
            return done.value();
        }
        if (outcome instanceof TaskOutcome.Failed<T> failed && failed.reason() instanceof RuntimeException reason) {
            throw reason;
        }
        throw CancelledException.interrupted("reading the addresses", new InterruptedException());
    }
}
