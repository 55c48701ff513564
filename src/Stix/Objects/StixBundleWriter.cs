using System.Runtime.InteropServices;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Writes a bundle one object at a time; objects are written as they were read.</summary>
/// <param name="stream">Where to; stays open.</param>
public sealed class StixBundleWriter(Stream stream) : IDisposable
{
    private const int FlushAt = 64 << 10;

    private readonly Utf8JsonWriter _writer = new(stream, new JsonWriterOptions { SkipValidation = true });
    private bool _open;

    /// <summary>Opens the bundle.</summary>
    /// <param name="id">For example <c>bundle--…</c> with a random UUID.</param>
    public void Begin(string id)
    {
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, "bundle"u8);
        _writer.WriteString("id"u8, id);
    }

    /// <summary>Adds an object.</summary>
    public void Add(JsonElement item)
    {
        if (!_open) _writer.WriteStartArray("objects"u8);
        _open = true;
        _writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(item), skipInputValidation: true);
        if (_writer.BytesPending > FlushAt) _writer.Flush();
    }

    /// <summary>Closes the bundle; one without objects has no list of them, because STIX forbids empty lists.</summary>
    public void End()
    {
        if (_open) _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
