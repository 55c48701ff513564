using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Packs;

/// <summary>A real bundle of 1,826 objects: nothing is lost on the way through, and it is valid.</summary>
public sealed class AttackBundleTests
{
    private const string Name = "ics-attack-18.1.json.gz";

    [Fact]
    public void Bundle_WhenReadAndWritten_IsTheSame()
    {
        using var original = Pack.Open(Name);
        using var written = new MemoryStream();
        List<byte[]> objects = [];
        JsonElement envelope = default;
        using (var reader = new StixReader(original))
        {
            while (reader.Read() is { } next)
            {
                using (next)
                {
                    if (next.IsBundle) envelope = next.Json.Clone();
                    else objects.Add(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(next.Json).ToArray());
                }
            }
        }

        using (var writer = new StixBundleWriter(written))
        {
            writer.Begin(envelope.GetProperty("id").GetString()!);
            foreach (var item in objects)
            {
                using var read = StixObject.Parse(item);
                writer.Add(read.Json);
            }

            writer.End();
        }

        objects.Count.ShouldBe(1826);
        using var before = JsonDocument.Parse(original.ToArray());
        using var after = JsonDocument.Parse(written.ToArray());
        CanonicalJson.Bytes(after.RootElement).ShouldBe(CanonicalJson.Bytes(before.RootElement));
        // RFC 8785 writes numbers as doubles; that none was changed shows in their own words.
        Numbers(after.RootElement).ShouldBe(Numbers(before.RootElement));
    }

    [Fact]
    public void Bundle_WhenValidated_IsValid()
    {
        using var original = Pack.Open(Name);
        var report = StixValidator.Validate(original);
        report.Errors.ShouldBeEmpty();
        report.Objects.ShouldBe(1826);
        report.Warnings.ShouldContain(warning => warning.Rule == "custom-type");
    }

    private static IEnumerable<string> Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Numbers(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };
}
