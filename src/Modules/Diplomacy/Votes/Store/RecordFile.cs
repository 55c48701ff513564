using System.Text.Json;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Store;

/// <summary>The record of past forecasts beside the votes it was made from: making it takes many seconds, so it is kept. It can be removed at any time.</summary>
internal sealed class RecordFile(string dataFolder)
{
    // Raised when forecasts are made in another way, so that an old record is not shown for a new method.
    private const int Method = 1;

    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web);

    private string FilePath => Path.Combine(dataFolder, "votes", "record.json");

    private sealed record Kept(int Method, string Seal, ForecastRecord? Record);

    /// <summary>The record that belongs to the votes with this seal; made and kept where there is none.</summary>
    internal ForecastRecord? ReadOrMake(string seal, Func<ForecastRecord?> make)
    {
        if (Read() is { } kept && kept.Method == Method && kept.Seal == seal) return kept.Record;
        var record = make();
        try
        {
            Durable.Write(FilePath, JsonSerializer.SerializeToUtf8Bytes(new Kept(Method, seal, record), _form));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A folder that may only be read costs the time again at the next start, nothing else.
        }

        return record;
    }

    private Kept? Read()
    {
        try
        {
            return File.Exists(FilePath) ? JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(FilePath), _form) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
