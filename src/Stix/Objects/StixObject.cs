using System.Buffers;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>One object as it was read, with everything that was in it, custom properties included.</summary>
/// <remarks>Its memory comes from a pool: dispose it when done, and keep <see cref="JsonElement.Clone"/> of what is needed longer.</remarks>
public sealed class StixObject : IDisposable
{
    private readonly JsonDocument _document;
    private byte[]? _rented;

    internal StixObject(JsonDocument document, int number, int position, int objects = -1) =>
        (_document, Document, Position, ObjectCount) = (document, number, position, objects);

    private StixObject(byte[] rented, int length, int number, int position)
        : this(JsonDocument.Parse(rented.AsMemory(0, length)), number, position) => _rented = rented;

    /// <summary>The JSON; of a bundle without its objects.</summary>
    public JsonElement Json => _document.RootElement;

    /// <summary>Which of the JSON texts of the stream it stood in, from 0.</summary>
    public int Document { get; }

    /// <summary>Its place in the bundle, from 0; −1 for the bundle itself and for an object that stands alone.</summary>
    public int Position { get; }

    /// <summary>For a bundle, how many objects it held; −1 for everything else.</summary>
    public int ObjectCount { get; }

    /// <summary>True for the envelope, which is handed out after its objects.</summary>
    public bool IsBundle => ObjectCount >= 0;

    /// <summary>The type; empty when it has none.</summary>
    public string Type => Text("type"u8);

    /// <summary>The identifier; empty when it has none.</summary>
    public string Id => Text("id"u8);

    /// <summary>The text of a property; empty when it is not there or no text.</summary>
    public string Text(ReadOnlySpan<byte> name)
    {
        try
        {
            return Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) && JsonBytes.TryGetString(value, out var text) ? text : "";
        }
        catch (InvalidOperationException)
        {
            // A name in it is not Unicode; see IsUnicode.
            return "";
        }
    }

    /// <summary>All its names and texts are Unicode; what is not can be written as it came, and no more.</summary>
    public bool IsUnicode => JsonBytes.IsUnicode(Json);

    /// <summary>Reads one object from UTF-8; a bundle is taken as an object with all that is in it.</summary>
    /// <exception cref="StixFormatException">It is not JSON.</exception>
    public static StixObject Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return new StixObject(JsonDocument.ParseValue(ref reader), 0, -1);
        }
        catch (JsonException problem)
        {
            throw new StixFormatException($"This is not JSON: {problem.Message}", problem);
        }
    }

    /// <summary>Writes the object as it was read, byte for byte.</summary>
    public void WriteTo(IBufferWriter<byte> output) => output.Write(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(Json));

    /// <inheritdoc/>
    public void Dispose()
    {
        _document.Dispose();
        if (Interlocked.Exchange(ref _rented, null) is { } rented) ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>An object of its own bytes, copied: what the reader holds moves on.</summary>
    internal static StixObject Copy(ReadOnlySpan<byte> json, int number, int position)
    {
        var rented = ArrayPool<byte>.Shared.Rent(json.Length);
        json.CopyTo(rented);
        try
        {
            return new StixObject(rented, json.Length, number, position);
        }
        catch (JsonException)
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw;
        }
    }
}
