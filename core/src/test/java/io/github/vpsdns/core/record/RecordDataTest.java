// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.RandomValues;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which the API may send a value reads to the same typed value, and that value has one canonical form. */
class RecordDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // type | as sent | priority as sent | canonical value | canonical priority
                "A|192.0.2.1||192.0.2.1|",
                "A|~ 192.0.2.1 ~||192.0.2.1|",
                "A|192.0.2.1|0|192.0.2.1|",
                "AAAA|2001:0db8::1||2001:db8::1|",
                "AAAA|2001:DB8:0:0:0:0:0:1||2001:db8::1|",
                "CNAME|example.com||example.com|",
                "CNAME|Example.COM.||example.com|",
                "CNAME|bücher.example||xn--bcher-kva.example|",
                "CNAME|_x._acme.example.net.||_x._acme.example.net|",
                "NS|ns1.example.com||ns1.example.com|",
                "NS|NS1.example.com.||ns1.example.com|",
                "MX|mail.example.com|10|mail.example.com|10",
                "MX|10 mail.example.com||mail.example.com|10",
                "MX|10 mail.example.com.|10|mail.example.com|10",
                "MX|MAIL.example.com.|0|mail.example.com|0",
                "MX|~  10   mail.example.com ~|10|mail.example.com|10",
                "MX|.|0|.|0",
                "SRV|10 5060 sip.example.com|5|10 5060 sip.example.com|5",
                "SRV|5 10 5060 sip.example.com||10 5060 sip.example.com|5",
                "SRV|5 10 5060 SIP.example.com.|5|10 5060 sip.example.com|5",
                "SRV|010  05060 sip.example.com|5|10 5060 sip.example.com|5",
                "SRV|0 0 .|0|0 0 .|0",
                "TXT|v=spf1 include:_spf.google.com ~all||v=spf1 include:_spf.google.com ~all|",
                "TXT|\"v=spf1 -all\"||v=spf1 -all|",
                "TXT|\"v=spf1 \" \"-all\"||v=spf1 -all|",
                "TXT|\"say \\\"hi\\\" \\\\o/\"||say \"hi\" \\o/|",
                "TXT|say \"hi\"||say \"hi\"|",
                "TXT|grün||grün|",
                "TXT|\"gr\\195\\188n\"||grün|",
                "CAA|0 issue \"letsencrypt.org\"||0 issue \"letsencrypt.org\"|",
                "CAA|0 issue letsencrypt.org||0 issue \"letsencrypt.org\"|",
                "CAA|0  ISSUE  \"letsencrypt.org\" ||0 issue \"letsencrypt.org\"|",
                "CAA|128 issuewild \";\"||128 issuewild \";\"|",
                "CAA|128 issuewild ;||128 issuewild \";\"|",
                "CAA|0 issue \"\"||0 issue \"\"|",
                "CAA|0 issue \"ca.org; validationmethods=dns-01\"||0 issue \"ca.org; validationmethods=dns-01\"|",
                "CAA|0 iodef \"mailto:a@example.com\"||0 iodef \"mailto:a@example.com\"|",
            })
    void readsEveryFormIntoTheCanonicalOne(
            String type,
            String sent,
            @Nullable Integer sentPriority,
            String canonical,
            @Nullable Integer canonicalPriority) {
        RecordData data = RecordData.read(RecordType.of(type), sent, sentPriority);

        assertThat(data).isNotInstanceOf(Opaque.class);
        assertThat(data.value()).isEqualTo(canonical);
        assertThat(data.priority())
                .isEqualTo(canonicalPriority == null ? OptionalInt.empty() : OptionalInt.of(canonicalPriority));
        assertThat(data.type()).isEqualTo(RecordType.of(type));
        assertThat(data).isEqualTo(RecordData.parse(RecordType.of(type), canonical, canonicalPriority));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A|example.com||not an IPv4 address",
                "A|~~||not an IPv4 address",
                "AAAA|192.0.2.1||not an IPv6 address",
                "CNAME|.||cannot point to the root",
                "CNAME|*.example.com||cannot point to the wildcard",
                "CNAME|a b||CNAME records need a host name",
                "CNAME|~~||CNAME records need a host name",
                "NS|.||cannot point to the root",
                "NS|*.example.com||cannot point to the wildcard",
                "MX|mail.example.com||MX records need a priority, 0 to 65535",
                "MX|mail.example.com|-1|expected 0 to 65535",
                "MX|mail.example.com|65536|expected 0 to 65535",
                "MX|10 mail.example.com|20|MX priority is given twice and differs: 20 and 10",
                "MX|ten mail.example.com||'ten' is not a valid MX priority",
                "MX|1 2 mail.example.com||is not an MX value",
                "MX|~~|10|MX records need a host name",
                "MX|*.example.com|10|cannot point to the wildcard",
                "SRV|5060 sip.example.com|5|is not an SRV value",
                "SRV|1 2 3 4 sip.example.com|5|is not an SRV value",
                "SRV|10 5060 sip.example.com||SRV records need a priority",
                "SRV|6 10 5060 sip.example.com|5|SRV priority is given twice and differs",
                "SRV|10 65536 sip.example.com|5|65536 is no SRV port",
                "SRV|65536 1 sip.example.com|5|65536 is no SRV weight",
                "SRV|-1 1 sip.example.com|5|'-1' is not a valid SRV weight",
                "SRV|+1 1 sip.example.com|5|'+1' is not a valid SRV weight",
                "SRV|4294967295 1 sip.example.com|5|'4294967295' is not a valid SRV weight",
                "SRV|١ 1 sip.example.com|5|is not a valid SRV weight",
                "SRV|10 5060 *|5|cannot point to the wildcard",
                "TXT|~~||a TXT value is empty",
                "TXT|\"\"||a TXT value is empty",
                "TXT|~ a~||begins or ends with white space",
                "TXT|\"a \"||begins or ends with white space",
                "TXT|~a\u00a0~||begins or ends with white space",
                "TXT|~\u0085a~||begins or ends with white space",
                "TXT|~a\tb~||control character",
                "TXT|\"a\\010b\"||control character",
                "TXT|\"\\255\"||not UTF-8",
                "CAA|issue \"letsencrypt.org\"||is not a CAA value",
                "CAA|0 issue||is not a CAA value",
                "CAA|256 issue \"ca.org\"||expected 0 to 255",
                "CAA|x issue \"ca.org\"||'x' is not a valid CAA flag",
                "CAA|0 is-sue \"ca.org\"||is not a CAA tag",
                "CAA|0 issue \"grün\"||outside printable ASCII",
                "SOA|ns1.example.com. admin.example.com. 1 2 3 4 5||records of type SOA cannot be written",
            })
    void refusesWhatDoesNotFitTheTypeAndStillReadsIt(
            String type, String sent, @Nullable Integer priority, String problem) {
        RecordType recordType = RecordType.of(type);

        assertThatThrownBy(() -> RecordData.parse(recordType, sent, priority))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(problem);
        assertThat(RecordData.read(recordType, sent, priority)).isEqualTo(new Opaque(recordType, sent, priority));
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertThatThrownBy(() -> new Txt("a\ud83dz")).hasMessageContaining("surrogate");
    }

    @Test
    void takesTextUpToWhatOneRecordCanCarry() {
        assertThat(new Txt("a".repeat(65279)).quoted()).hasSize(65279 + 256 * 3 - 1);
        assertThatThrownBy(() -> new Txt("a".repeat(65280))).hasMessageContaining("65280 bytes is too long");
    }

    @Test
    void textThatLooksQuotedIsSentQuoted() {
        Txt quotes = new Txt("\"really quoted\"");
        assertThat(quotes.value()).isEqualTo("\"\\\"really quoted\\\"\"");
        assertThat(Txt.of(quotes.value())).isEqualTo(quotes);
    }

    @Test
    void valuesOfDifferentTypesDiffer() {
        DomainName host = DomainName.of("example.com");
        assertThat((RecordData) new Cname(host)).isNotEqualTo(new Ns(host));
    }

    @Test
    void saysTypePriorityAndValueForPeople() {
        assertThat(A.of("192.0.2.1")).hasToString("A 192.0.2.1");
        assertThat(Aaaa.of("2001:DB8::1")).hasToString("AAAA 2001:db8::1");
        assertThat(new Mx(10, DomainName.of("m.example"))).hasToString("MX 10 m.example");
        assertThat(new Srv(1, 2, 3, DomainName.ROOT)).hasToString("SRV 1 2 3 .");
        assertThat(new Txt("a")).hasToString("TXT \"a\"");
        assertThat(new Caa(0, "issue", "ca.org")).hasToString("CAA 0 issue \"ca.org\"");
        assertThat(new Cname(DomainName.of("a.example"))).hasToString("CNAME a.example");
        assertThat(new Ns(DomainName.of("a.example"))).hasToString("NS a.example");
        assertThat(new Opaque(RecordType.of("SOA"), "x", null)).hasToString("SOA x");
        assertThat(new Opaque(RecordType.of("MX"), "x y z", 5)).hasToString("MX 5 x y z");
    }

    @Test
    void opaqueKeepsThePriority() {
        assertThat(new Opaque(RecordType.MX, "?", 7).priority()).hasValue(7);
        assertThat(new Opaque(RecordType.MX, "?", null).priority()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyValueReadsBackFromItsCanonicalForm(long seed) {
        RandomValues random = new RandomValues(seed);
        for (int i = 0; i < 300; i++) {
            for (RecordType type : RecordType.KNOWN) {
                RecordData data = random.data(type);
                Integer priority = data.priority().isPresent() ? data.priority().getAsInt() : null;
                RecordData again = RecordData.parse(type, data.value(), priority);
                assertThat(again).isEqualTo(data).hasSameHashCodeAs(data);
                assertThat(again.value()).isEqualTo(data.value());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void readsAnythingWithoutFailing(long seed) {
        RandomValues random = new RandomValues(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder junk = new StringBuilder();
            for (int length = random.below(30); length > 0; length--) {
                junk.append((char) (random.below(4) == 0 ? random.below(65536) : 32 + random.below(96)));
            }
            for (RecordType type : RecordType.KNOWN) {
                assertThat(RecordData.read(type, junk.toString(), random.below(3) == 0 ? null : random.below(70_000)))
                        .isNotNull();
            }
        }
    }
}
