using System.Text;
using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Packs;

/// <summary>The verdicts of public tools about patterns. Where ours differ, docs/en/explanation/stix-verdicts.md argues it from the specification.</summary>
public sealed class PatternPackTests
{
    [Fact]
    public void Syntax_WhenHeldAgainstThePack_Agrees()
    {
        var differing = Pack.Lines("pattern_syntax.jsonl.gz")
            .Where(line => StixPattern.TryParse(line.GetProperty("pattern").GetString()!, out _, out _) != line.GetProperty("valid").GetBoolean()).Select(line => line.GetProperty("pattern").GetString());
        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Match_WhenHeldAgainstThePack_AgreesOrIsArgued()
    {
        var differing = Pack.Lines("pattern_match.jsonl.gz").Where(line => Verdict(line) != line.GetProperty("expected").GetString()).ToList();
        // A value that is no timestamp, compared with one: the tool stops, the specification says that it does not match.
        differing.Count.ShouldBe(5);
        differing.ShouldAllBe(line => line.GetProperty("expected").GetString() == "error" && line.GetProperty("error").GetString()!.StartsWith("Invalid timestamp in JSON") && Verdict(line) == "nomatch");
    }

    private static string Verdict(JsonElement line)
    {
        var text = string.Join('\n', line.GetProperty("observations").EnumerateArray().Select(bundle => bundle.GetRawText()));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        try
        {
            var pattern = StixPattern.ParseLoosely(line.GetProperty("pattern").GetString()!);
            return new PatternMatcher(pattern).Match(ObservationReader.Read(stream)).IsMatch ? "match" : "nomatch";
        }
        catch (PatternException)
        {
            return "error";
        }
    }
}
