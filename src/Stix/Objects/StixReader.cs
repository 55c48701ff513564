using System.Buffers;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>
/// Reads bundles, single objects and JSON lines from a stream, one object at a time: memory is that of the largest object, not that of the bundle.
/// </summary>
/// <param name="stream">UTF-8; stays open.</param>
/// <param name="largestObject">Bytes that one object may have.</param>
public sealed class StixReader(Stream stream, int largestObject = StixReader.LargestObject) : IDisposable
{
    /// <summary>Bytes that one object may have unless said otherwise: 64 MiB.</summary>
    public const int LargestObject = 64 << 20;

    private readonly List<(string Name, JsonElement Value)> _envelope = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(128 << 10);
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true });
    private long _consumed;
    private int _start;
    private int _end;
    private int _document;
    private int _objects = -1;
    private bool _inside;
    private bool _inObjects;
    private bool _comma;
    private bool _begun;
    private bool _last;
    private bool _moved;
    private long _held;

    private enum Outcome
    {
        More,
        Step,
        Object,
        Done,
    }

    /// <summary>The next object; a bundle comes after its objects. Null at the end.</summary>
    /// <exception cref="StixFormatException">The stream is not JSON, ends too early, or an object is too large.</exception>
    public StixObject? Read()
    {
        while (true)
        {
            Outcome outcome;
            StixObject? read;
            try
            {
                outcome = Step(out read);
            }
            catch (JsonException problem)
            {
                throw new StixFormatException($"Not JSON near byte {_consumed + (problem.BytePositionInLine ?? 0)}: {problem.Message}", problem);
            }

            switch (outcome)
            {
                case Outcome.Object: return read;
                case Outcome.Done: return null;
                case Outcome.More: Fill(); break;
                default: break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private Outcome Step(out StixObject? read)
    {
        read = null;
        if (!_begun)
        {
            if (_end - _start < 3 && !_last) return Outcome.More;
            // A byte order mark is not JSON (RFC 8259), and is often there.
            if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8)) _start += 3;
            _begun = true;
        }

        if (_inObjects) return InObjects(out read);
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: _last && !_inside, _state);
        if (_last && !_inside && _buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept(" \t\r\n"u8) < 0) return Outcome.Done;
        if (!reader.Read()) return _last && !_inside ? Outcome.Done : Outcome.More;
        if (!_inside) return Open(ref reader, out read);
        // The list of objects was read without this reader, which takes it for an empty one.
        if (reader.TokenType == JsonTokenType.EndArray) return Commit(ref reader, Outcome.Step);
        return reader.TokenType == JsonTokenType.EndObject ? Close(ref reader, out read) : Member(ref reader);
    }

    private Outcome Open(ref Utf8JsonReader reader, out StixObject? read)
    {
        read = null;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            (_inside, _objects, _held) = (true, -1, 0);
            _envelope.Clear();
            return Commit(ref reader, Outcome.Step);
        }

        // Not an object: handed out as it is, for whoever reads to say so.
        if (!JsonDocument.TryParseValue(ref reader, out var value)) return Outcome.More;
        read = new StixObject(value, _document++, -1);
        return Commit(ref reader, Outcome.Object);
    }

    private Outcome Member(ref Utf8JsonReader reader)
    {
        var name = Name(ref reader);
        if (!reader.Read()) return Outcome.More;
        if (name == "objects" && _objects < 0 && reader.TokenType == JsonTokenType.StartArray)
        {
            (_inObjects, _objects, _comma) = (true, 0, true);
            return Commit(ref reader, Outcome.Step);
        }

        if (!JsonDocument.TryParseValue(ref reader, out var value)) return Outcome.More;
        using (value) _envelope.Add((name, value.RootElement.Clone()));
        _held += reader.BytesConsumed;
        if (_held > largestObject) throw TooLarge();
        return Commit(ref reader, Outcome.Step);
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException problem)
        {
            throw new JsonException("the name of a member is not Unicode.", problem);
        }
    }

    // Only brackets and quotes are looked for, which is quick; that what stands between them is JSON shows when the object is made.
    private Outcome InObjects(out StixObject? read)
    {
        read = null;
        var rest = _buffer.AsSpan(_start, _end - _start);
        var blank = rest.IndexOfAnyExcept(" \t\r\n"u8);
        if (blank < 0) return Outcome.More;
        switch (rest[blank])
        {
            case (byte)']' when !(_comma && _objects > 0):
                _inObjects = false;
                return Move(blank, Outcome.Step);
            case (byte)',' when !_comma:
                _comma = true;
                return Move(blank + 1, Outcome.Step);
            case (byte)',' or (byte)']':
                throw new JsonException("a value is expected in the list of objects.");
        }

        if (!_comma) throw new JsonException("',' or ']' is expected in the list of objects.");
        var length = JsonBytes.LengthOfValue(rest[blank..]);
        if (length < 0) return Outcome.More;
        read = StixObject.Copy(rest.Slice(blank, length), _document, _objects++);
        _comma = false;
        return Move(blank + length, Outcome.Object);
    }

    private Outcome Move(int bytes, Outcome outcome)
    {
        _moved |= bytes > 0;
        _start += bytes;
        _consumed += bytes;
        return outcome;
    }

    private Outcome Close(ref Utf8JsonReader reader, out StixObject? read)
    {
        _inside = false;
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in _envelope)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        var isBundle = _objects >= 0 || _envelope.Exists(member => member.Name == "type" && JsonBytes.TryGetString(member.Value, out var type) && type == "bundle");
        read = new StixObject(JsonDocument.Parse(output.WrittenMemory), _document++, -1, isBundle ? Math.Max(_objects, 0) : -1);
        _envelope.Clear();
        return Commit(ref reader, Outcome.Object);
    }

    private Outcome Commit(ref Utf8JsonReader reader, Outcome outcome)
    {
        _state = reader.CurrentState;
        return Move((int)reader.BytesConsumed, outcome);
    }

    private void Fill()
    {
        if (_last) throw new StixFormatException($"The JSON ends too early, after byte {_consumed + _end - _start}: something that was opened is not closed.");
        var pending = _end - _start;
        if (pending >= largestObject) throw TooLarge();
        // What was not enough is read again from its beginning: twice as much each time keeps that in proportion.
        var wanted = Math.Max(1, _moved ? pending + 1 : (int)Math.Min(pending * 2L, Array.MaxLength / 2));
        _moved = false;
        Room(wanted);
        while (!_last && _end - _start < wanted)
        {
            var read = stream.Read(_buffer.AsSpan(_end));
            _last = read == 0;
            _end += read;
        }
    }

    private void Room(int wanted)
    {
        var pending = _buffer.AsSpan(_start, _end - _start);
        var larger = wanted >= _buffer.Length ? ArrayPool<byte>.Shared.Rent(wanted * 2) : _buffer;
        pending.CopyTo(larger);
        (_start, _end) = (0, pending.Length);
        if (ReferenceEquals(larger, _buffer)) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private StixFormatException TooLarge() => new($"The object at byte {_consumed} is larger than {largestObject:N0} bytes; raise the limit or split it.");
}
