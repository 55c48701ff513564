using System.Text.Json;
using System.Text.Unicode;

namespace Noroshi.Stix;

/// <summary>Holds objects against STIX 2.1: what MUST be as errors, what SHOULD be as warnings. One validator per stream of objects.</summary>
public sealed class StixValidator
{
    private readonly Reporter _reporter;
    private readonly ObjectRules _rules;
    private readonly HashSet<(Guid Id, StixInstant Version)> _seen = [];

    /// <summary>Begins with an empty report.</summary>
    public StixValidator()
    {
        _reporter = new Reporter(Report);
        _rules = new ObjectRules(_reporter);
    }

    /// <summary>What was found so far.</summary>
    public StixReport Report { get; } = new();

    /// <summary>Validates everything in a stream, see <see cref="StixReader"/>. What is not JSON is an error in the report, not an exception.</summary>
    public static StixReport Validate(Stream stream)
    {
        var validator = new StixValidator();
        using var reader = new StixReader(stream);
        var read = 0;
        try
        {
            while (reader.Read() is { } next)
            {
                using (next) validator.Validate(next);
                read++;
            }
        }
        catch (StixFormatException problem)
        {
            validator.Report.Error(new StixFinding(0, "", "json", problem.Message));
            return validator.Report;
        }

        if (read == 0) validator.Report.Error(new StixFinding(0, "", "json", "There is no JSON here; a STIX object or bundle is expected."));
        return validator.Report;
    }

    /// <summary>Validates one object, or the envelope of a bundle.</summary>
    public void Validate(StixObject item)
    {
        _reporter.Begin(item);
        if (!item.IsBundle) Report.Objects++;
        if (item.Json.ValueKind != JsonValueKind.Object)
        {
            _reporter.Error("object", $"{JsonBytes.Shown(item.Json)} stands where a STIX object is expected; put an object with type and id there.");
            return;
        }

        if (!Utf8.IsValid(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(item.Json)))
        {
            _reporter.Error("utf-8", "The text holds bytes that are not UTF-8; write it again as UTF-8.");
            return;
        }

        if (!item.IsUnicode)
        {
            // Nothing else can be asked of texts that cannot be read.
            UnicodeRules.Tell(item.Json, _reporter);
            return;
        }

        if (item.IsBundle) _rules.CheckBundle(item);
        else _rules.CheckObject(item.Json);
        if (!item.IsBundle) CheckTwins(item.Json);
    }

    private void CheckTwins(JsonElement item)
    {
        if (!item.TryGetProperty("modified"u8, out var modified) || !item.TryGetProperty("id"u8, out var id)) return;
        var text = JsonBytes.Text(id);
        if (text.Length < 36 || !Guid.TryParseExact(System.Text.Encoding.UTF8.GetString(text[^36..]), "D", out var uuid) || !StixInstant.TryParse(JsonBytes.Text(modified), out var version)) return;
        if (!_seen.Add((uuid, version))) _reporter.Warn("duplicate-id", "Another object has this id and the same modified; give different versions different times, or leave one out.");
    }
}
