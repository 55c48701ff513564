using System.Globalization;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Patterns;

/// <summary>The index says what trying every pattern would say.</summary>
public sealed class PatternIndexTests
{
    [Fact]
    public void Index_WhenAsked_AnswersLikeEveryPatternByItself()
    {
        var random = new Random(20_261_128);
        for (var round = 0; round < 40; round++)
        {
            List<string> texts = [.. Enumerable.Range(0, 60).Select(_ => RandomPattern(random, 2))];
            var index = new PatternIndex<int>();
            List<PatternMatcher> alone = [];
            for (var number = 0; number < texts.Count; number++)
            {
                index.Add(number, StixPattern.Parse(texts[number]));
                alone.Add(new PatternMatcher(StixPattern.Parse(texts[number])));
            }

            for (var tries = 0; tries < 40; tries++)
            {
                var observed = PatternMatchingTests.Seen("o", "30", 1 + random.Next(2), [.. Enumerable.Range(0, 1 + random.Next(3)).Select(number => RandomObject(random, number))]);
                var expected = Enumerable.Range(0, texts.Count).Where(number => alone[number].Match([observed]).IsMatch).ToList();
                index.Match(observed).ShouldBe(expected, $"round {round}, try {tries}");
            }
        }
    }

    [Fact]
    public void Index_WhenItHoldsAHundredThousandIndicators_TriesOnlyThoseThatShareAValue()
    {
        var index = new PatternIndex<string>();
        for (var number = 0; number < 100_000; number++)
        {
            var text = (number % 4) switch
            {
                0 => $"[ipv4-addr:value = '10.{number >> 16}.{(number >> 8) & 255}.{number & 255}']",
                1 => $"[domain-name:value IN ('h{number}.example', 'i{number}.example')]",
                2 => $"[ipv4-addr:value ISSUBSET '172.{16 + (number >> 16)}.{(number >> 8) & 255}.{number & 252}/30']",
                _ => $"[file:hashes.MD5 = '{number.ToString("x32", CultureInfo.InvariantCulture)}' AND file:size > 0]",
            };
            index.Add(text, StixPattern.Parse(text));
        }

        index.Count.ShouldBe(100_000);
        index.Unindexed.ShouldBe(0);
        index.Match(One("""{"type":"ipv4-addr","value":"10.0.4.0"}""")).ShouldBe(["[ipv4-addr:value = '10.0.4.0']"]);
        index.Match(One("""{"type":"domain-name","value":"i5.example"}""")).ShouldHaveSingleItem();
        index.Match(One("""{"type":"ipv4-addr","value":"172.16.4.5"}""")).ShouldBe(["[ipv4-addr:value ISSUBSET '172.16.4.4/30']"]);
        index.Match(One("""{"type":"file","size":0,"hashes":{"MD5":"00000000000000000000000000000003"}}""")).ShouldBeEmpty();

        // What a stream of observations costs does not grow with the patterns: a look-up allocates a little, a trial of each would allocate megabytes.
        var nothing = One("""{"type":"ipv4-addr","value":"192.0.2.1"}""");
        index.Match(nothing);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1_000; time++) index.Match(nothing).ShouldBeEmpty();
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000).ShouldBeLessThan(10_000);
    }

    internal static string RandomPattern(Random random, int depth)
    {
        if (depth > 0 && random.Next(3) == 0) return $"({RandomPattern(random, depth - 1)} {((string[])["AND", "OR", "FOLLOWEDBY"])[random.Next(3)]} {RandomPattern(random, depth - 1)})";
        var single = $"[{RandomComparison(random, 2)}]";
        return random.Next(6) switch
        {
            0 => $"{single} REPEATS {1 + random.Next(3)} TIMES",
            1 => $"{single} START t'2024-05-01T12:00:00Z' STOP t'2024-05-01T12:00:{(random.Next(2) == 0 ? "30" : "31")}Z'",
            2 => $"{single} WITHIN 5 SECONDS",
            _ => single,
        };
    }

    internal static string RandomObject(Random random, int number) => random.Next(3) switch
    {
        0 => $$"""{"type":"a","id":"{{number}}","v":{{random.Next(4)}},"s":"s{{random.Next(3)}}","x_ref":"{{random.Next(3)}}"}""",
        1 => $$"""{"type":"b","id":"{{number}}","value":"10.0.0.{{random.Next(6)}}{{(random.Next(3) == 0 ? "/30" : "")}}","list":[{{random.Next(3)}},"s1",true]}""",
        _ => $$"""{"type":"c","id":"{{number}}","v":{{random.Next(3)}}.0,"name_hex":"6{{random.Next(3)}}"}""",
    };

    private static string RandomComparison(Random random, int depth)
    {
        if (depth > 0 && random.Next(3) == 0) return $"({RandomComparison(random, depth - 1)} {(random.Next(2) == 0 ? "AND" : "OR")} {RandomComparison(random, depth - 1)})";
        var not = random.Next(4) == 0 ? "NOT " : "";
        return random.Next(10) switch
        {
            0 => $"a:v {not}= {random.Next(4)}",
            1 => $"a:s {not}IN ('s0', 's{random.Next(3)}')",
            2 => $"a:x_ref.v {not}= {random.Next(3)}",
            3 => $"b:value {not}ISSUBSET '10.0.0.{random.Next(6)}/{28 + random.Next(5)}'",
            4 => $"b:value {not}ISSUPERSET '10.0.0.{random.Next(6)}'",
            5 => $"b:list[{(random.Next(2) == 0 ? "*" : "0")}] {not}= {random.Next(3)}",
            6 => $"c:v {not}!= {random.Next(3)}",
            7 => $"a:s {not}LIKE 's_'",
            8 => $"c:name_hex {not}= '{(char)('`' + random.Next(3))}'",
            _ => $"EXISTS {((string[])["a:v", "b:list", "c:none"])[random.Next(3)]}",
        };
    }

    private static Observation One(string json) => PatternMatchingTests.Observed(json)[0];
}
