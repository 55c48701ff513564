using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Patterns;

public sealed class PatternMatchingTests
{
    private const string Noon = "2024-05-01T12:00:";

    [Theory]
    [InlineData("[file:name = 'a.exe']", true)]
    [InlineData("[file:name = 'A.exe']", false)]
    [InlineData("[file:name LIKE '%.e_e' AND file:size >= 10]", true)]
    [InlineData("[file:name LIKE 'a' OR file:size < 10.5]", true)]
    [InlineData("[file:name MATCHES '^a\\\\.(exe|dll)$']", true)]
    [InlineData("[file:name MATCHES '(?<=a)\\\\.exe']", true)]
    [InlineData("[file:hashes.MD5 = 'b365b9a80a06906fc9b400c06c33ff43']", false)]
    [InlineData("[file:hashes[*] = 'B365B9A80A06906FC9B400C06C33FF43']", true)]
    [InlineData("[file:parent_directory_ref.path = '/tmp']", true)]
    [InlineData("[file:contains_refs[*].value = '198.51.100.7']", true)]
    [InlineData("[file:contains_refs[1].value = '198.51.100.7']", false)]
    [InlineData("[file:extensions.'ntfs-ext'.alternate_data_streams[0].size IN (1, 2)]", true)]
    [InlineData("[ipv4-addr:value ISSUBSET '198.51.100.0/24']", true)]
    [InlineData("[ipv4-addr:value ISSUBSET '198.51.100.8/29']", false)]
    [InlineData("[ipv4-addr:value ISSUBSET 'not a block']", false)]
    [InlineData("[ipv4-addr:value NOT ISSUPERSET '198.51.100.0/24']", true)]
    [InlineData("[EXISTS file:size]", true)]
    [InlineData("[EXISTS file:ctime]", false)]
    [InlineData("[NOT EXISTS file:ctime]", true)]
    [InlineData("[NOT EXISTS mutex:name]", false)]
    [InlineData("[file:size != 11 AND ipv4-addr:value != 'x']", false)]
    [InlineData("[file:ctime != 'x']", false)]
    [InlineData("[file:mime_type = 1 OR file:mime_type NOT = 1]", true)]
    public void Comparison_WhenHeldAgainstOneObservation_IsAsExpected(string pattern, bool expected)
    {
        var observed = Observed("""
            {"type":"file","name":"a.exe","size":10,"mime_type":"text/plain","hashes":{"MD5":"B365B9A80A06906FC9B400C06C33FF43"},"parent_directory_ref":"d","contains_refs":["i"],
             "extensions":{"ntfs-ext":{"alternate_data_streams":[{"name":"s","size":2}]}}}
            """, """{"type":"directory","id":"d","path":"/tmp"}""", """{"type":"ipv4-addr","id":"i","value":"198.51.100.7"}""");
        new PatternMatcher(StixPattern.Parse(pattern)).Match(observed).IsMatch.ShouldBe(expected);
    }

    [Theory]
    [InlineData("[a:v = 1] AND [a:v = 2]", "1 2")]
    [InlineData("[a:v = 1] AND [a:v = 1]", "")]
    [InlineData("[a:v = 2] AND [a:v = 2]", "2")]
    [InlineData("[a:v = 1] FOLLOWEDBY [a:v = 2]", "1 2")]
    [InlineData("[a:v = 2] FOLLOWEDBY [a:v = 1]", "")]
    [InlineData("[a:v > 1]", "2 3")]
    [InlineData("[a:v = 1] OR [a:v = 3]", "1 3")]
    [InlineData("[a:v = 2] REPEATS 2 TIMES", "2")]
    [InlineData("[a:v = 2] REPEATS 3 TIMES", "")]
    [InlineData("[a:v > 0] REPEATS 4 TIMES WITHIN 60 SECONDS", "1 2 3")]
    [InlineData("[a:v > 0] REPEATS 4 TIMES WITHIN 29 SECONDS", "")]
    [InlineData("[a:v > 0] REPEATS 3 TIMES WITHIN 10 SECONDS", "1 2")]
    [InlineData("([a:v = 1] AND [a:v = 3]) WITHIN 30 SECONDS", "1 3")]
    [InlineData("([a:v = 1] AND [a:v = 3]) WITHIN 29.9 SECONDS", "")]
    [InlineData("[a:v > 0] START t'2024-05-01T12:00:10Z' STOP t'2024-05-01T12:00:30Z'", "2")]
    [InlineData("[a:v > 0] REPEATS 2 TIMES AND [a:v = 1]", "1 2")]
    [InlineData("([a:v > 0] REPEATS 2 TIMES WITHIN 10 SECONDS) AND [a:v = 2]", "1 2")]
    [InlineData("([a:v = 1] OR [a:v = 2]) REPEATS 3 TIMES", "1 2")]
    public void Observations_WhenJoined_AreDifferentOnes(string pattern, string expected)
    {
        // The second was seen twice.
        List<Observation> observed = [Seen("1", "00", 1, """{"type":"a","v":1}"""), Seen("2", "10", 2, """{"type":"a","v":2}"""), Seen("3", "30", 1, """{"type":"a","v":3}""")];
        var match = new PatternMatcher(StixPattern.Parse(pattern)).Match(observed);
        string.Join(' ', match.Observations.Select(observation => observation.Id)).ShouldBe(expected);
        match.IsMatch.ShouldBe(expected.Length > 0);
    }

    [Fact]
    public void Repeats_WhenAWindowSlidesOverManyObservations_IsSoonFound()
    {
        // Bursts of 99, a second apart within, ten minutes apart between: never a hundred in two minutes.
        List<Observation> observed = [.. Enumerable.Range(0, 20_000).Select(number => At(number, ((number / 99) * 600) + (number % 99)))];
        var pattern = new PatternMatcher(StixPattern.Parse("[a:v = 1] REPEATS 100 TIMES WITHIN 120 SECONDS"));
        pattern.Match(observed).IsMatch.ShouldBeFalse();
        observed.Add(At(20_000, 50));
        pattern.Match(observed).Observations.Count.ShouldBe(100);
    }

    [Theory]
    [InlineData("([a:v = 1] AND [a:v = 1]) REPEATS 8 TIMES WITHIN 1 SECONDS")]
    [InlineData("[a:v = 1] FOLLOWEDBY [a:v = 1] FOLLOWEDBY [a:v = 1] FOLLOWEDBY [a:v = 1] FOLLOWEDBY [a:v = 1] FOLLOWEDBY [a:v = 2]")]
    [InlineData("(([a:v = 1] REPEATS 20 TIMES) AND ([a:v = 1] REPEATS 20 TIMES) AND [a:v = 2]) WITHIN 100000 SECONDS")]
    public void Search_WhenItIsHopeless_EndsWithAClearError(string pattern)
    {
        List<Observation> observed = [.. Enumerable.Range(0, 300).Select(number => At(number, number * 5)), Seen("late", "00", 1, """{"type":"a","v":2}""") with { First = default, Last = default }];
        var watch = Stopwatch.StartNew();
        try
        {
            new PatternMatcher(StixPattern.Parse(pattern)).Match(observed);
        }
        catch (PatternException problem)
        {
            problem.Error.Message.ShouldContain("narrower");
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("(a*)*b")]
    [InlineData("(a|a)*b")]
    [InlineData("(a+)+$")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void Regex_WhenItsQuantifiersNest_TakesTimeInProportion(string regex)
    {
        var observed = Observed($$"""{"type":"file","name":"{{new string('a', 100_000)}}!"}""");
        var watch = Stopwatch.StartNew();
        new PatternMatcher(StixPattern.Parse($"[file:name MATCHES '{regex}']")).Match(observed).IsMatch.ShouldBeFalse();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Regex_WhenItNeedsBacktracking_IsStopped() =>
        Should.Throw<PatternException>(() => new PatternMatcher(StixPattern.Parse("[file:name MATCHES '^(?=(a+)+b)']")).Match(Observed($$"""{"type":"file","name":"{{new string('a', 200)}}"}"""))).Error.Message.ShouldContain("too long");

    [Fact]
    public void Like_WhenItIsHostile_TakesTimeInProportion()
    {
        var like = string.Concat(Enumerable.Repeat("%a", 500)) + "b";
        new PatternMatcher(StixPattern.Parse($"[file:name LIKE '{like}']")).Match(Observed($$"""{"type":"file","name":"{{new string('a', 50_000)}}"}""")).IsMatch.ShouldBeFalse();
    }

    [Fact]
    public void References_WhenTheyGoInCircles_EndWithAClearError()
    {
        var refs = string.Join(',', Enumerable.Range(0, 40).Select(number => $"\"o{number}\""));
        var observed = Observed([.. Enumerable.Range(0, 40).Select(number => $$"""{"type":"a","id":"o{{number}}","x_refs":[{{refs}}]}""")]);
        var pattern = StixPattern.Parse("[a:" + string.Concat(Enumerable.Repeat("x_refs[*].", 20)) + "v = 1]");
        Should.Throw<PatternException>(() => new PatternMatcher(pattern).Match(observed)).Error.Message.ShouldContain("narrower");
    }

    [Fact]
    public void ObservedData_WhenOfTwoZero_IsReadFromItsDictionary()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"type":"observed-data","id":"observed-data--1","first_observed":"2024-05-01T12:00:00Z","last_observed":"2024-05-01T12:00:00Z","number_observed":1,
             "objects":{"0":{"type":"ipv4-addr","value":"198.51.100.7"},"1":{"type":"network-traffic","src_ref":"0","protocols":["tcp"]}}}
            """));
        new PatternMatcher(StixPattern.Parse("[network-traffic:src_ref.value = '198.51.100.7']")).Match(ObservationReader.Read(stream)).Observations.ShouldHaveSingleItem().Id.ShouldBe("observed-data--1");
    }

    /// <summary>One observation of some objects; the first of them has no need of an id.</summary>
    internal static IReadOnlyList<Observation> Observed(params string[] objects) => [Seen("o", "00", 1, objects)];

    internal static Observation Seen(string id, string second, int number, params string[] objects)
    {
        List<JsonElement> items = [.. objects.Select(Parsed)];
        var scope = items.Where(item => item.TryGetProperty("id", out _)).ToDictionary(item => item.GetProperty("id").GetString()!);
        StixInstant.TryParse($"{Noon}{second}Z", out var at).ShouldBeTrue();
        return new Observation(id, at, at, number, items, scope);
    }

    private static Observation At(int number, int seconds) =>
        Seen(number.ToString(CultureInfo.InvariantCulture), "00", 1, """{"type":"a","v":1}""") is var seen
            ? seen with { First = new StixInstant(seen.First.Seconds + seconds, 0), Last = new StixInstant(seen.First.Seconds + seconds, 0) }
            : throw new InvalidOperationException();

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
