using System.Text;
using System.Text.Json;
using Noroshi.Stix;
using Noroshi.Tests.Stix.Patterns;

namespace Noroshi.Tests.Stix.Fuzz;

/// <summary>
/// Good inputs damaged at random: reader, validator and patterns answer or refuse with their own errors, never otherwise. Ten thousand inputs each in every run,
/// a million with NOROSHI_LONG.
/// </summary>
public sealed class StixFuzzTests
{
    private const int Seed = 20_261_128;
    private static readonly int Inputs = Environment.GetEnvironmentVariable("NOROSHI_LONG") is { Length: > 0 } ? 1_000_000 : 10_000;

    private static readonly string[] Objects =
    [
        """{"type":"bundle","id":"bundle--44af6c39-c09b-49c5-9de2-394224b04982","objects":[{"type":"identity","spec_version":"2.1","id":"identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1","created":"2016-08-22T14:09:00.123Z","modified":"2016-08-22T14:09:00.123Z","name":"n","lang":"ja","external_references":[{"source_name":"cve","external_id":"CVE-2016-1234","url":"https://example.com/","hashes":{"MD5":"B365B9A80A06906FC9B400C06C33FF43"}}],"granular_markings":[{"selectors":["external_references.[0].url","name"],"marking_ref":"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"}]}]}""",
        """{"type":"indicator","spec_version":"2.1","id":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","created":"2016-04-06T20:03:48.000Z","modified":"2016-04-06T20:03:48.000Z","name":"n","description":"d","pattern_type":"stix","pattern":"[file:hashes.MD5 = 'B365B9A80A06906FC9B400C06C33FF43'] REPEATS 2 TIMES","valid_from":"2016-04-06T20:03:48Z","kill_chain_phases":[{"kill_chain_name":"k","phase_name":"p"}],"extensions":{"extension-definition--04b2d3ef-d061-4912-ab77-6bbe807a5bd5":{"extension_type":"property-extension","rank":5}}}""",
        """{"type":"file","id":"file--949eb97a-da1e-5292-8959-03c4249dc9f3","name":"foo.dll","hashes":{"SHA-256":"fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db"},"extensions":{"ntfs-ext":{"alternate_data_streams":[{"name":"s","size":25536}]},"windows-pebinary-ext":{"pe_type":"dll","optional_header":{"magic_hex":"010b"},"sections":[{"name":"t","entropy":1.5}]}}}""",
        """{"type":"network-traffic","id":"network-traffic--28bb3599-77cd-4a82-a950-b5bc3caf07c4","src_ref":"ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4","protocols":["ipv4","tcp"],"start":"2016-04-06T20:03:48Z","end":"2016-04-06T20:03:49Z","is_active":false,"src_port":1,"extensions":{"http-request-ext":{"request_method":"get","request_value":"/","request_header":{"Host":["example.com"]}}}}""",
        """{"type":"marking-definition","spec_version":"2.1","id":"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da","created":"2017-01-20T00:00:00.000Z","definition_type":"tlp","name":"TLP:GREEN","definition":{"tlp":"green"}}""",
        """{"type":"language-content","id":"language-content--fa8daccd-4df2-4e83-93a4-e1990a2355c2","spec_version":"2.1","created":"2018-02-08T21:31:22.007Z","modified":"2018-02-08T21:31:22.007Z","object_ref":"identity--2d1c6ab3-5e4e-48ac-a32b-f0c01c2836a8","contents":{"ja":{"name":"名"}}}""",
    ];

    private static readonly string[] Words =
    [
        "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "-1", "1e999", "99999999999999999999", "\\u0000", "\\ud800", "\uFEFF", "\0", "--", "[]", "{}", "\"type\":\"bundle\"", "\"id\":", "\"extensions\":{}",
        "'", "(", ")", " AND ", " OR ", " NOT ", " FOLLOWEDBY ", " WITHIN 5 SECONDS", " REPEATS 9 TIMES", "[*]", ".a", "t'2024-02-30T00:00:00Z'", "h'00'", "b'AA=='", " IN (1, 2)", " MATCHES '(a*)*'", " LIKE '%_%'", "/*", "//", "EXISTS ",
    ];

    [Fact]
    public void ReaderAndValidator_OnDamagedInput_AnswerOrRefuse() => Each("object", random =>
    {
        var input = Damaged(Encoding.UTF8.GetBytes(Objects[random.Next(Objects.Length)]), random);
        var report = StixValidator.Validate(new MemoryStream(input));
        foreach (var finding in report.Errors.Concat(report.Warnings))
        {
            if (finding.Rule.Length == 0 || finding.Message.Length < 10 || (finding.Pointer.Length > 0 && finding.Pointer[0] != '/')) throw new InvalidDataException($"'{finding}' explains nothing");
        }

        return input;
    });

    [Fact]
    public void Objects_WhenReadAfterDamage_AreWrittenAsTheyWere() => Each("round trip", random =>
    {
        var input = Damaged(Encoding.UTF8.GetBytes(Objects[1 + random.Next(Objects.Length - 1)]), random);
        try
        {
            using var document = JsonDocument.Parse(input);
            using var stream = new MemoryStream(input);
            using var reader = new StixReader(stream);
            using var read = reader.Read()!;
            if (!read.IsBundle && !CanonicalJson.Bytes(read.Json).AsSpan().SequenceEqual(CanonicalJson.Bytes(document.RootElement))) throw new InvalidDataException("something was lost");
        }
        catch (Exception refused) when (refused is JsonException or StixFormatException or InvalidOperationException)
        {
            // Not JSON, or not Unicode: nothing to keep.
        }

        return input;
    });

    [Fact]
    public void Patterns_OnDamagedInput_AreReadAndMatchedOrRefused() => Each("pattern", random =>
    {
        var input = Damaged(Encoding.UTF8.GetBytes(PatternIndexTests.RandomPattern(random, 3)), random);
        var text = Encoding.UTF8.GetString(input);
        if (!StixPattern.TryParse(text, out var pattern, out var error))
        {
            if (error.Position < 0 || error.Position > text.Length || error.Message.Length < 10) throw new InvalidDataException($"'{error}' explains nothing");
            return input;
        }

        try
        {
            var observed = PatternMatchingTests.Seen("o", "30", 2, PatternIndexTests.RandomObject(random, 0), PatternIndexTests.RandomObject(random, 1));
            var matcher = new PatternMatcher(pattern);
            var index = new PatternIndex<int>();
            index.Add(0, pattern);
            if (index.Match(observed).Count > 0 != matcher.Match([observed]).IsMatch) throw new InvalidDataException("the index answers otherwise than the pattern");
            matcher.Match([observed, observed, observed]);
        }
        catch (PatternException)
        {
            // A limit, or a day that does not exist.
        }

        return input;
    });

    private static void Each(string what, Func<Random, byte[]> attempt)
    {
        for (var number = 0; number < Inputs; number++)
        {
            var random = new Random(Seed + number);
            try
            {
                attempt(random);
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"{what} {number} of seed {Seed}: {problem.GetType().Name}: {problem.Message}", problem);
            }
        }
    }

    private static byte[] Damaged(byte[] input, Random random)
    {
        for (var left = random.Next(4); left > 0; left--) input = Once(input, random);
        return input;
    }

    private static byte[] Once(byte[] input, Random random)
    {
        var at = random.Next(input.Length + 1);
        var to = Math.Min(input.Length, at + random.Next(12));
        var word = Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]);
        return random.Next(5) switch
        {
            0 => [.. input[..at], (byte)random.Next(256), .. input[Math.Min(input.Length, at + 1)..]],
            1 => [.. input[..at], .. input[to..]],
            2 => [.. input[..to], .. input[at..]],
            3 => [.. input[..at], .. word, .. input[at..]],
            _ => [.. input[..at], .. word, .. input[to..]],
        };
    }
}
