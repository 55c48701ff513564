using System.Diagnostics;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Patterns;

public sealed class PatternSyntaxTests
{
    [Theory]
    [InlineData("", 0, "[ or (")]
    [InlineData("[", 1, "type of an object")]
    [InlineData("[file", 5, ": and a property")]
    [InlineData("[file:size]", 10, "a comparison")]
    [InlineData("[file:size =]", 12, "a constant")]
    [InlineData("[file:size = 1", 14, "]")]
    [InlineData("[file:size = 1] garbage", 16, "FOLLOWEDBY")]
    [InlineData("[file:size = 1] OR", 18, "[ or (")]
    [InlineData("[file:size > true]", 13, "no order")]
    [InlineData("[file:a-b = 1]", 6, "in quotes")]
    [InlineData("[file:size = 01]", 13, "does not begin with 0")]
    [InlineData("[file:name = 'a\\b']", 15, "backslash stands alone")]
    [InlineData("[file:name = 'a]", 13, "does not end")]
    [InlineData("[file:name = h'abc']", 13, "hexadecimal")]
    [InlineData("[file:name = b'abc']", 13, "base64")]
    [InlineData("[file:ctime = t'2024-13-01T00:00:00Z']", 14, "timestamp")]
    [InlineData("[file:name LIKE null]", 16, "text in quotes")]
    [InlineData("[file:name MATCHES '(']", 19, "regular expression")]
    [InlineData("[file:name MATCHES '((a{100}){100}){100}']", 19, "multiply")]
    [InlineData("[file:name IN (1, 'a')]", 14, "all of one kind")]
    [InlineData("[file:name IN (1, )]", 18, "a constant")]
    [InlineData("[file:hashes.MD5 = 'f00']", 1, "32 hexadecimal")]
    [InlineData("[file:size = 1] WITHIN 0 SECONDS", 23, "more than 0")]
    [InlineData("[file:size = 1] WITHIN 1 second", 25, "SECONDS")]
    [InlineData("[file:size = 1] REPEATS 0 TIMES", 24, "at least 1")]
    [InlineData("[file:size = 1] WITHIN 1 SECONDS WITHIN 2 SECONDS", 33, "twice")]
    [InlineData("[file:size = 1] and [file:size = 1]", 16, "FOLLOWEDBY")]
    [InlineData("[file:size = 1] /* open", 16, "comment")]
    [InlineData("[file:size = 1] \ud800", 16, "cannot stand")]
    public void Pattern_WhenItIsNone_SaysWhereAndWhat(string text, int position, string said)
    {
        StixPattern.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldNotBeNull().Position.ShouldBe(position, error.Message);
        error.Message.ShouldContain(said);
    }

    [Theory]
    [InlineData("[file:size = 1]")]
    [InlineData("  [ file : size == +1 ] // with a remark")]
    [InlineData("[file:size <> -1.5 /* a\nremark */]")]
    [InlineData("[file:size NOT = .5 AND file:name NOT IN ()]")]
    [InlineData("[EXISTS file:name]")]
    [InlineData("[NOT EXISTS file:name OR EXISTS file:'content-type'[*].x[0]]")]
    [InlineData("[x_a:'has.dot and \\'quote\\'' = 'back\\\\slash']")]
    [InlineData("([a-b:ccc = true] FOLLOWEDBY [a-b:ccc = false]) WITHIN 1.5 SECONDS REPEATS 3 TIMES START t'2024-01-01T00:00:00Z' STOP t'2024-01-02T00:00:00.5Z'")]
    [InlineData("[a:b = 'AND ] OR ['] OR [a:start = 1]")]
    public void Pattern_WhenItIsOne_IsRead(string text) => StixPattern.TryParse(text, out _, out var error).ShouldBeTrue(error?.Message);

    [Fact]
    public void Day_WhenItDoesNotExist_IsGrammaticalAndCannotBeMatched()
    {
        var pattern = StixPattern.Parse("[file:ctime = t'2024-04-31T12:00:00Z']");
        pattern.ImpossibleTimestamp.ShouldBe("2024-04-31T12:00:00Z");
        Should.Throw<PatternException>(() => new PatternMatcher(pattern)).Error.Message.ShouldContain("day");
    }

    [Fact]
    public void Pattern_WhenItHasAHundredThousandTerms_IsReadAndMatchedSoon()
    {
        var watch = Stopwatch.StartNew();
        var inside = StixPattern.Parse("[" + string.Join(" OR ", Enumerable.Range(0, 100_000).Select(number => $"file:size = {number}")) + "]");
        var outside = StixPattern.Parse(string.Join(" OR ", Enumerable.Range(0, 100_000).Select(number => $"[file:size = {number}]")));
        var observed = PatternMatchingTests.Observed("""{"type":"file","size":99999}""");
        new PatternMatcher(inside).Match(observed).IsMatch.ShouldBeTrue();
        new PatternMatcher(outside).Match(observed).IsMatch.ShouldBeTrue();
        new PatternMatcher(StixPattern.Parse(string.Join(" AND ", Enumerable.Repeat("[file:size > 1]", 100_000)))).Match(observed).IsMatch.ShouldBeFalse();
        // A guard against what grows faster than its input; it takes a fraction of a second.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[(", ")]")]
    [InlineData("[file:a", "]")]
    public void Brackets_WhenVeryDeep_AreRefused(string open, string close)
    {
        var text = open[0] == '(' ? new string('(', 1_000_000) + "[file:size = 1]" + new string(')', 1_000_000)
            : open.Length == 2 ? "[" + new string('(', 1_000_000) + "file:size = 1" + new string(')', 1_000_000) + close[1..]
            : open + string.Concat(Enumerable.Repeat("[*].a", 100_000)) + " = 1" + close;
        StixPattern.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldNotBeNull().Message.ShouldContain("100");
    }

    [Theory]
    [InlineData("LIKE")]
    [InlineData("MATCHES")]
    public void Text_WhenItIsVeryLong_IsRefused(string word) =>
        StixPattern.TryParse($"[file:name {word} '{new string('a', 4_001)}']", out _, out _).ShouldBeFalse();

    [Fact]
    public void Regex_WhenItsGroupsAreDeep_IsRead() =>
        StixPattern.TryParse($"[file:name MATCHES '{new string('(', 1_900)}a{new string(')', 1_900)}']", out _, out _).ShouldBeTrue();

    [Fact]
    public void Qualifiers_WhenVeryMany_AreRefused() =>
        StixPattern.TryParse("([file:size = 1])" + string.Concat(Enumerable.Repeat(" WITHIN 5 SECONDS", 10_000)), out _, out _).ShouldBeFalse();
}
